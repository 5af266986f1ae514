import type { Store } from 'dynalite/db/index.js';
import * as z from 'zod';
import { indexPrefix, itemPrefix, rangeOf } from './keys.ts';

export type Row = Record<string, unknown>;

const attribute = z.record(z.string(), z.unknown());
const item = z.record(z.string(), attribute);

/** Every item of a table, or every entry of one of its global indexes, as plain values, straight from the store. */
export async function scanAll(store: Store, tableName: string, indexName?: string): Promise<Row[]> {
  const prefix = indexName === undefined ? itemPrefix(tableName) : indexPrefix('Global', tableName, indexName);
  const rows: Row[] = [];
  for await (const value of store.db.values(rangeOf(prefix))) rows.push(plainMap(item.parse(value)));
  return rows;
}

function plainMap(values: Record<string, Record<string, unknown>>): Row {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
}

function plain(value: Record<string, unknown>): unknown {
  if ('M' in value) return plainMap(item.parse(value.M));
  if ('L' in value) return z.array(attribute).parse(value.L).map(plain);
  if ('N' in value) return Number(value.N);
  if ('NULL' in value) return null;
  return Object.values(value)[0];
}
