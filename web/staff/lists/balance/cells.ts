import { LISTS } from '#application/lists/read-lists.ts';
import { type Finding, faultSchema } from '#domain/lists/balance/findings.ts';
import { allLeft, type Sums, unexplainedIn } from '#domain/lists/balance/sums.ts';
import { listKey } from '#domain/lists/index-copies.ts';
import { codeInWords, pathwayInWords } from '../../../components/record/words.ts';
import { type Cell, headOf } from '../../../components/table/table.ts';
import { leftWhys } from '../../place/words.ts';
import { listsWords } from '../words.ts';
import { BALANCE_AT, listBalanceAt } from './address.ts';
import { faultWords, balanceWords as words } from './words.ts';

const { opening, joined, returned, movedIn, started, left, movedOut, closing, unexplained } = words;
const SUMS = [opening, joined, returned, movedIn, started, left, movedOut, closing, unexplained];

const reasons: ReadonlyMap<string, string> = new Map(Object.entries(leftWhys));

/** The head of a table of sums, whose rows are told apart by the first column. */
export function sumsHead(first: string) {
  return plainHead([first, ...SUMS]);
}

/** The head of a table that no one sorts. */
export function plainHead(labels: readonly string[]) {
  return headOf(
    labels.map((label) => ({ label })),
    { order: '', isDescending: false },
    () => BALANCE_AT,
  );
}

/** One row of sums. What is not explained stands out. */
export function sumsCells(first: Cell, sums: Sums): Cell[] {
  const why = Object.entries(sums.left).map(([code, n]) => `${reasons.get(code) ?? codeInWords(code)}: ${n}`);
  const open = unexplainedIn(sums);
  return [
    first,
    ...[sums.opening, sums.joined, sums.returned, sums.movedIn, sums.started].map((n) => ({ text: `${n}` })),
    { text: `${allLeft(sums)}`, lines: why },
    ...[sums.movedOut, sums.closing].map((n) => ({ text: `${n}` })),
    open === 0 ? { text: '0' } : { text: `${open}`, mark: words.unexplained },
  ];
}

/** A list by its key, with the way to its nights where this release knows it. */
export function listCell(key: string | undefined, base: string): Cell {
  const name = LISTS.find((one) => listKey(one) === key);
  if (!name) return { text: key ?? words.otherList };
  return { text: listsWords.listTitle(pathwayInWords(name.pathway), name.locality), href: base + listBalanceAt(name) };
}

/** One difference: which child, on which list, and what it is. */
export function findingCells({ reference, fault, list }: Finding, base: string): Cell[] {
  const known = faultSchema.safeParse(fault);
  return [
    { text: reference === '' ? words.noChild : reference },
    listCell(list, base),
    { text: known.success ? faultWords[known.data] : codeInWords(fault) },
  ];
}
