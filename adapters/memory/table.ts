import { INDEXES } from '#domain/process/indexes.ts';
import { entryIn } from '../records/rows.ts';
import type { Condition, IndexQuery, Item, Table } from '../records/table.ts';
import type { ErasableTable } from '../records/to-erase.ts';
import type { ItemKey, Wanted, WholeTable } from '../records/whole-table.ts';

/** What an index knows: the items by key as they were when it last caught up. */
type Rows = Map<string, Item>;

export interface MemoryTable extends Table, WholeTable, ErasableTable {
  /** Brings the indexes up to date: the only way when they lag, otherwise done by every write. */
  catchUp(): void;
}

export function memoryTable(lagging: boolean): MemoryTable {
  const rows: Rows = new Map();
  let indexed: Rows = new Map();
  const catchUp = () => {
    indexed = new Map(rows);
  };
  const under = (pk: string, prefix: string) =>
    [...rows.values()]
      .filter((item) => item.pk === pk && item.sk.startsWith(prefix))
      .sort((a, b) => (a.sk < b.sk ? -1 : 1))
      .map((item) => structuredClone(item));
  return {
    catchUp,
    get: async (pk, sk) => copy(rows.get(rowKey(pk, sk))),
    under: async (pk, prefix) => under(pk, prefix),
    underReversed: async (pk, prefix, limit, before) =>
      under(pk, prefix)
        .filter(({ sk }) => before === undefined || sk < before)
        .reverse()
        .slice(0, limit),
    put: async (item, condition) => {
      const key = rowKey(item.pk, item.sk);
      if (!holds(condition, rows.get(key))) return false;
      const stored: Item = JSON.parse(JSON.stringify(item));
      rows.set(key, stored);
      if (!lagging) indexed.set(key, stored);
      return true;
    },
    query: async (query) => entriesOf(indexed, query),
    items: async function* items(wanted) {
      yield* [...rows.values()]
        .filter((item) => isWanted(wanted, item))
        .sort(byKey)
        .map((item) => structuredClone(item));
    },
    page: async (from, limit) => {
      const left = [...rows.values()].sort(byKey).filter((item) => from === undefined || byKey(from, item) < 0);
      const items = left.slice(0, limit).map((item) => structuredClone(item));
      const last = left.length > limit ? items.at(-1) : undefined;
      return { items, next: last && { pk: last.pk, sk: last.sk } };
    },
    all: async function* all() {
      yield* [...rows.values()].sort(byKey).map((item) => structuredClone(item));
    },
    remove: async ({ pk, sk }) => {
      rows.delete(rowKey(pk, sk));
      indexed.delete(rowKey(pk, sk));
    },
    entries: async function* entries(index) {
      yield* [...indexed.values()].flatMap((item) => structuredClone(entryIn(index, item)) ?? []);
    },
    getAll: async (keys) => keys.flatMap(({ pk, sk }) => copy(rows.get(rowKey(pk, sk))) ?? []),
    count: async ({ below, ...range }) =>
      entriesOf(indexed, { ...range, limit: indexed.size }).filter(
        (entry) => below === undefined || String(entry[INDEXES[range.index].order]) < below,
      ).length,
  };
}

function isWanted({ is, begins, without }: Wanted, item: Item): boolean {
  const { sk } = item;
  if (!is.includes(sk) && !begins.some((prefix) => sk.startsWith(prefix))) return false;
  return without === undefined || !without.values.includes(String(item[without.attribute])) || without.unless in item;
}

function byKey(one: ItemKey, other: ItemKey): number {
  return rowKey(one.pk, one.sk) < rowKey(other.pk, other.sk) ? -1 : 1;
}

function rowKey(pk: string, sk: string): string {
  return `${pk}\n${sk}`;
}

function copy(item: Item | undefined): Item | undefined {
  return item && structuredClone(item);
}

function holds(condition: Condition | undefined, stored: Item | undefined): boolean {
  const absent = condition?.absent ?? [];
  const equals = Object.entries(condition?.equals ?? {});
  return (
    absent.every((path) => valueAt(stored, path) === undefined) &&
    equals.every(([path, value]) => valueAt(stored, path) === value)
  );
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce((at: unknown, name) => new Map(Object.entries(at ?? {})).get(name), value);
}

function entriesOf(rows: Rows, { index, key, upTo, after, limit }: IndexQuery): Item[] {
  const orderOf = (item: Item) => String(item[INDEXES[index].order]);
  const placeOf = (item: Item) => [orderOf(item), item.pk, item.sk].join('\n');
  const from = after && [after.order, after.pk, after.sk].join('\n');
  return [...rows.values()]
    .flatMap((item) => entryIn(index, item) ?? [])
    .filter((entry) => entry[INDEXES[index].key] === key && (upTo === undefined || orderOf(entry) <= upTo))
    .filter((entry) => from === undefined || placeOf(entry) > from)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .slice(0, limit)
    .map((entry) => structuredClone(entry));
}
