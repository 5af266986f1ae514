import type { Item, Table } from './table.ts';

/** The version of the shapes in which this release stores items. Raise it with each release that stores something new. */
export const ITEM_VERSION = 1;

/**
 * A table whose items all carry `v`: that of this release, or a later one's where the item was read as such and is written
 * back with what only the later release knows of it.
 */
export function stampingTable(table: Table): Table {
  return { ...table, put: (item, condition) => table.put({ v: ITEM_VERSION, ...item }, condition) };
}

/** The item's version where it is a later release's; undefined where it is of this one or an earlier one. */
export function laterVersion({ v }: Item): number | undefined {
  return typeof v === 'number' && v > ITEM_VERSION ? v : undefined;
}
