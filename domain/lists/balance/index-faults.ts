import { caseRow } from '../../case/index-keys.ts';
import type { ListRow } from '../../process/rows.ts';
import { supportRow } from '../../support/index-keys.ts';
import { canonicalJson } from '../../values/hash.ts';
import { entryRow, listKey } from '../index-copies.ts';
import { entryOf, holderOf, type StoredChild } from './child.ts';
import type { Fault } from './findings.ts';

/** An entry of the index of a list, with the list under which it stands. */
export interface IndexedRow {
  readonly list: string;
  readonly row: ListRow;
}

/** How the entries that the index has of a child differ from those that its items make. While a place passes on there are two. */
export function indexFaults(child: StoredChild, rows: readonly IndexedRow[]): Fault[] {
  const { theCase, support } = child;
  const entry = entryOf(child);
  const holder = holderOf(child);
  const isHeld = (row: ListRow) => (row.holder === 'CASE' ? theCase.list !== null : support?.list !== null);
  const more = rows.filter(({ row }) => !isHeld(row));
  const onlyThere: Fault[] = more.length > 0 ? ['ONLY_IN_INDEX'] : [];
  if (!entry) return rows.length > 0 ? ['ONLY_IN_INDEX'] : [];
  const own = rows.filter(({ row }) => row.holder === holder);
  const there = own.filter(({ list }) => list === listKey(entry));
  if (there.length === 0) return ['NOT_IN_INDEX', ...(own.length > 0 ? (['ONLY_IN_INDEX'] as const) : onlyThere)];
  const expected = holder === 'CASE' || !support ? caseRow(theCase) : supportRow(support);
  const shown = Object.keys(entryRow(entry));
  const copies = (row: object) =>
    canonicalJson(Object.fromEntries(shown.map((name) => [name, Reflect.get(row, name)])));
  const isRight = ({ row }: IndexedRow) => row.order === entry.order && copies(expected) === copies(row);
  return [
    ...onlyThere,
    ...(there.length === 1 && own.length === 1 && there.every(isRight) ? [] : (['INDEX_DIFFERS'] as const)),
  ];
}
