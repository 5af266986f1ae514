import { memoryTable } from '#adapters/memory/table.ts';
import type { IndexRange, Item, Table } from '#adapters/records/table.ts';
import { INDEXES } from '#domain/process/indexes.ts';
import { readUnits } from '../capacity/units.ts';

/** A query of DynamoDB answers, or counts, at most a megabyte; the next has to wait for it. */
const QUERY_BYTES = 1_000_000;

/** What was asked of one index, and of items, since it was last reset. */
export interface Asked {
  calls: number;
  /** Items that were read by their keys. */
  gets: number;
  units: number;
  rows: number;
}

/**
 * A table in memory that says what its lists cost in DynamoDB: a count is billed like the rows it counts. The order of an
 * entry decides where it stands, so each list is put in order once.
 */
export function meteredTable() {
  const table = memoryTable(false);
  const asked: Asked = { calls: 0, gets: 0, units: 0, rows: 0 };
  const lists = new Map<string, Promise<readonly Item[]>>();
  const orderOf = (item: Item) => String(item[INDEXES.list.order]);
  const listOf = (key: string) => {
    const known = lists.get(key) ?? table.query({ index: 'list', key, limit: 10_000 });
    lists.set(key, known);
    return known;
  };
  const bill = (items: readonly Item[], handed: number) => {
    const bytes = items.reduce((sum, item) => sum + JSON.stringify(item).length, 0);
    asked.calls += Math.max(1, Math.ceil(bytes / QUERY_BYTES));
    asked.units += readUnits(bytes, false);
    asked.rows += handed;
  };
  const metered: Table = {
    ...table,
    get: (pk, sk) => {
      asked.gets += 1;
      return table.get(pk, sk);
    },
    query: async (query) => {
      if (query.index !== 'list') return table.query(query);
      const list = await listOf(query.key);
      const from = query.after ? list.findIndex(({ pk }) => pk === query.after?.pk) + 1 : 0;
      const items = list.slice(from, from + query.limit);
      bill(items, items.length);
      return items;
    },
    count: async ({ index, key, below }: IndexRange) => {
      if (index !== 'list') return table.count({ index, key, below });
      const items = (await listOf(key)).filter((item) => below === undefined || orderOf(item) < below);
      bill(items, 0);
      return items.length;
    },
  };
  const reset = () => Object.assign(asked, { calls: 0, gets: 0, units: 0, rows: 0 });
  return { table: metered, asked, reset };
}
