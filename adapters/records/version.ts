import type { Item, Table } from './table.ts';

/** The version of the shapes in which this release stores items. Raise it with each release that stores something new. */
export const ITEM_VERSION = 1;

/**
 * A table whose items all carry `v`, the version of this release. An item of a later release keeps its own version and
 * the fields that only that release knows.
 */
export function stampingTable(table: Table): Table {
  return { ...table, put: (item, condition) => table.put({ v: ITEM_VERSION, ...item }, condition) };
}

/** The item's version where it is a later release's; undefined where it is of this one or an earlier one. */
export function laterVersion({ v }: Item): number | undefined {
  return typeof v === 'number' && v > ITEM_VERSION ? v : undefined;
}
