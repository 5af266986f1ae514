import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Shown, SMALLEST_SHOWN, suppressed } from '#domain/figures/suppress.ts';

type Numbers = readonly (readonly number[])[];
type Maybe = number | null;

const table = (numbers: Numbers) => ({ rows: numbers.map((row, n) => ({ name: `group ${n}`, numbers: row })) });
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const columnsOf = (numbers: Numbers) => (numbers[0] ?? []).map((_, c) => numbers.map((row) => row[c] ?? 0));

/** With its totals: as the table is, and as it is shown. */
const whole = (numbers: Numbers): number[][] => [
  ...numbers.map((row) => [...row, sum(row)]),
  [...columnsOf(numbers).map(sum), sum(numbers.flat())],
];
const shownWhole = ({ rows, totals, total }: Shown): Maybe[][] => [
  ...rows.map(({ numbers, total }) => [...numbers, total]),
  [...totals, total],
];

/** Whether some table of whole numbers from 0 agrees with all that is wanted, by trying each: for small tables alone. */
function isPossible(wanted: readonly (readonly Maybe[])[]): boolean {
  const [height, width] = [wanted.length - 1, (wanted[0]?.length ?? 1) - 1];
  const isWanted = (r: number, c: number, n: number) => (wanted[r]?.[c] ?? n) === n;
  const rest = (known: Numbers): boolean => {
    if (known.length < height) return rowsLike(known).some((row) => rest([...known, row]));
    return whole(known).every((row, r) => row.every((n, c) => isWanted(r, c, n)));
  };
  // The last row follows from the totals of the columns where those are shown.
  const inLastRow = (above: Numbers, c: number) => {
    const total = above.length === height - 1 ? (wanted[height]?.[c] ?? null) : null;
    return total === null ? null : total - sum(above.map((row) => row[c] ?? 0));
  };
  const rowsLike = (above: Numbers, known: readonly number[] = []): number[][] => {
    const r = above.length;
    if (known.length === width) return isWanted(r, width, sum(known)) ? [[...known]] : [];
    const at = wanted[r]?.[known.length] ?? inLastRow(above, known.length);
    const tried = at === null ? Array.from({ length: MOST + 1 }, (_, n) => n) : at < 0 ? [] : [at];
    return tried.flatMap((n) => rowsLike(above, [...known, n]));
  };
  return rest([]);
}

/** What a hidden number could be, up to five values. */
function valuesOf(wanted: readonly (readonly Maybe[])[], r: number, c: number): number[] {
  const found: number[] = [];
  for (let n = 0; n <= 3 * MOST && found.length < SMALLEST_SHOWN; n += 1) {
    const tried = wanted.map((row, i) => row.map((one, j) => (i === r && j === c ? n : one)));
    if (isPossible(tried)) found.push(n);
  }
  return found;
}

/** The largest number that is tried. */
const MOST = 14;

const anyTable = (rows: number, columns: number, most: number) =>
  fc.array(fc.array(fc.nat({ max: most }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });

describe('a table of small numbers', () => {
  test('shows every number where none is small', () => {
    const numbers = [
      [12, 7],
      [9, 20],
    ];
    expect(suppressed([table(numbers)]).map(shownWhole)).toEqual([whole(numbers)]);
  });

  test('hides a small number, and others so that no total gives it away', () => {
    const [shown] = suppressed([
      table([
        [12, 3, 20],
        [9, 20, 31],
        [14, 6, 40],
      ]),
    ]).map(shownWhole);
    expect(shown).toEqual([
      [null, null, 20, 35],
      [9, 20, 31, 60],
      [null, null, 40, 60],
      [35, 29, 91, 155],
    ]);
  });

  test('never shows a number under five', () => {
    fc.assert(
      fc.property(fc.array(anyTable(5, 4, 30), { minLength: 1, maxLength: 3 }), (all) => {
        const shown = suppressed(all.map(table)).flatMap(shownWhole).flat();
        expect(shown.filter((n) => n !== null && n < SMALLEST_SHOWN)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('lets no hidden number be worked out from the row, the column and the totals that are shown', () => {
    fc.assert(
      fc.property(anyTable(2, 3, 9), (numbers) => {
        const [shown] = suppressed([table(numbers)]).map(shownWhole);
        const open = shown?.flatMap((row, r) => row.flatMap((n, c) => (n === null ? [[r, c] as const] : []))) ?? [];
        for (const [r, c] of open) expect(valuesOf(shown ?? [], r, c)).toHaveLength(SMALLEST_SHOWN);
      }),
      { numRuns: 40 },
    );
    // It tries every number that could be hidden.
  }, 120_000);

  test('shows no total beside one table that another of the same children hides', () => {
    const [byRole, byTown] = suppressed([
      table([[2, 9]]),
      table([
        [1, 4],
        [1, 5],
      ]),
    ]);
    expect(byRole?.totals).toEqual(byTown?.totals);
    expect(byRole?.total).toEqual(byTown?.total);
  });
});
