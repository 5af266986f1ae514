import { type Edge, spread } from './reach.ts';

/** A table of counts. The numbers of a row stand in the order of the columns. */
export interface Table {
  readonly rows: readonly { readonly name: string; readonly numbers: readonly number[] }[];
}

/** The same as it may be shown, with its totals; null where a number is hidden. */
export interface Shown {
  readonly rows: readonly { readonly name: string; readonly numbers: readonly Maybe[]; readonly total: Maybe }[];
  readonly totals: readonly Maybe[];
  readonly total: Maybe;
}
type Maybe = number | null;

/** A number under this is hidden, 0 too: no one learns of a group that none of it was accepted. */
export const SMALLEST_SHOWN = 5;

/**
 * Tables of the same children by different groups, with the same totals, as they may be shown together. A number under 5 is
 * hidden, and others beside it, until each hidden number could be at least five different ones by all that is shown. A total
 * that is hidden in one table is hidden in all.
 */
export function suppressed(tables: readonly Table[]): Shown[] {
  const all = tables.map(gridOf);
  for (;;) {
    for (const grid of all) hideMore(grid);
    const hidden = new Set(all.flatMap(hiddenTotals));
    const isSame = all.map((grid) => hideTotals(grid, hidden)).every((changed) => !changed);
    if (isSame) return all.map(shownOf);
  }
}

interface Grid {
  readonly table: Table;
  readonly columns: number;
  edges: Edge[];
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Node 0 is the whole, then come rows, then columns. The edges: numbers row by row, then totals of rows, of columns, and all. */
function gridOf(table: Table): Grid {
  const columns = table.rows[0]?.numbers.length ?? 0;
  const row = (n: number) => 1 + n;
  const column = (n: number) => 1 + table.rows.length + n;
  const edge = (from: number, to: number, value: number) => ({ from, to, value, isHidden: value < SMALLEST_SHOWN });
  const totals = Array.from({ length: columns }, (_, n) => sum(table.rows.map(({ numbers }) => numbers[n] ?? 0)));
  const edges = [
    ...table.rows.flatMap(({ numbers }, r) => numbers.map((value, c) => edge(row(r), column(c), value))),
    ...table.rows.map(({ numbers }, r) => edge(0, row(r), sum(numbers))),
    ...totals.map((value, c) => edge(column(c), 0, value)),
  ];
  // The whole is the sum of a closed circle: a node of its own keeps it a number like any other.
  const [rowsEnd, whole] = [1 + table.rows.length + columns, sum(totals)];
  const split = edges.map((one) => (one.to === 0 ? { ...one, to: rowsEnd } : one));
  return { table, columns, edges: [...split, edge(rowsEnd, 0, whole)] };
}

function hideMore(grid: Grid): void {
  for (;;) {
    const exposed = grid.edges.find(
      (edge) => edge.isHidden && spread(grid.edges, edge, SMALLEST_SHOWN - 1) < SMALLEST_SHOWN,
    );
    if (!exposed) return;
    const next = nextToHide(grid.edges, exposed);
    if (!next) return;
    grid.edges = grid.edges.map((edge) => (edge === next ? { ...edge, isHidden: true } : edge));
  }
}

/** The smallest number that alone protects this one; else the smallest beside it. */
function nextToHide(edges: readonly Edge[], exposed: Edge): Edge | undefined {
  const shown = edges.filter(({ isHidden }) => !isHidden).sort((one, other) => one.value - other.value);
  const helps = shown.find((one) => {
    const tried = edges.map((edge) => (edge === one ? { ...edge, isHidden: true } : edge));
    return spread(tried, exposed, SMALLEST_SHOWN - 1) >= SMALLEST_SHOWN;
  });
  const nodes = [exposed.from, exposed.to];
  return helps ?? shown.find(({ from, to }) => nodes.includes(from) || nodes.includes(to)) ?? shown[0];
}

const firstTotal = ({ table, columns }: Grid) => table.rows.length * columns + table.rows.length;

function hiddenTotals(grid: Grid): number[] {
  return grid.edges.slice(firstTotal(grid)).flatMap(({ isHidden }, n) => (isHidden ? [n] : []));
}

function hideTotals(grid: Grid, hidden: ReadonlySet<number>): boolean {
  const first = firstTotal(grid);
  const isNew = (edge: Edge, n: number) => n >= first && hidden.has(n - first) && !edge.isHidden;
  const changed = grid.edges.some(isNew);
  grid.edges = grid.edges.map((edge, n) => (isNew(edge, n) ? { ...edge, isHidden: true } : edge));
  return changed;
}

function shownOf({ table, columns, edges }: Grid): Shown {
  const all = edges.map(({ value, isHidden }) => (isHidden ? null : value));
  const first = table.rows.length * columns;
  return {
    rows: table.rows.map(({ name }, r) => ({
      name,
      numbers: all.slice(r * columns, (r + 1) * columns),
      total: all[first + r] ?? null,
    })),
    totals: all.slice(first + table.rows.length, -1),
    total: all.at(-1) ?? null,
  };
}
