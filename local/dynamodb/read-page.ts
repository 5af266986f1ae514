import type { AttributeMap, PageRequest, Range, Table } from 'dynalite/db/index.js';
import dynaliteDb from 'dynalite/db/index.js';
import type { Records } from './records.ts';

/** As DynamoDB: a page ends once it holds a megabyte. */
const PAGE_BYTES = 1024 * 1024;

/** What each item counts against the length of a page: worked out once. */
const lengths = new WeakMap<AttributeMap, number>();

/** A page of a query or scan: which keys, of which table, and the attributes after which the next one begins. */
export type Page = { table: Table; data: PageRequest; range: Range; startKeyNames: readonly string[] };

/**
 * Answers as dynalite's own `queryTable`, in one turn. Undefined where a write is on disk whose writer has not heard of it: what
 * was read before it may not fit what is read after it, so the page is to be read again.
 */
export function readPage(records: Records, { table, data, range, startKeyNames }: Page): object | undefined {
  const rangeKey = table.KeySchema[1]?.AttributeName;
  const { Limit = Number.POSITIVE_INFINITY, _filter, _projection } = data;
  const items: AttributeMap[] = [];
  let length = 0;
  const isFull = () => items.length >= Limit || length >= PAGE_BYTES;
  for (const key of records.keysIn(range)) {
    if (isFull()) break;
    const item = records.get(key);
    if (item === undefined) return undefined;
    items.push(item);
    length += lengthOf(item, rangeKey);
  }
  const last = isFull() ? items.at(-1) : undefined;
  const found = _filter ? items.filter((item) => dynaliteDb.matchesExprFilter(item, _filter.expression)) : items;
  return {
    ScannedCount: items.length,
    ...(last && { LastEvaluatedKey: Object.fromEntries(startKeyNames.map((name) => [name, last[name]])) }),
    Count: found.length,
    ...(data.Select !== 'COUNT' && {
      Items: _projection ? found.map((item) => dynaliteDb.mapPaths(_projection.paths, item)) : found,
    }),
  };
}

function lengthOf(item: AttributeMap, rangeKey: string | undefined): number {
  const length = lengths.get(item) ?? dynaliteDb.itemSize(item, true, true, rangeKey);
  lengths.set(item, length);
  return length;
}
