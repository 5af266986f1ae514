import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Callback, Level, Range, Store, Table } from 'dynalite/db/index.js';
import dynaliteDb from 'dynalite/db/index.js';
import { indexPrefix, itemPrefix, rangeOf, tableKey } from './keys.ts';
import { type Page, readPage } from './read-page.ts';
import type { Records } from './records.ts';

const recordsOf = new WeakMap<Level, Records>();

/**
 * Has dynalite answer a read in the turn in which it is asked, from the records at hand. Left to itself it reads the description
 * of the table for each request, waits two turns for each step, and takes each value from disk through four streams. A read
 * finds what was acknowledged before it either way.
 */
export function readDirectly(store: Store, records: Records): Store {
  const { db } = store;
  recordsOf.set(db, records);
  // Not its own, which never closes the iterator of a finished query: LevelDB keeps a snapshot as long as one is open.
  db.createKeyStream = (range) => Readable.from(db.keys(range));
  db.createValueStream = (range) => Readable.from(db.values(range));
  const settled = new Map<string, Table>();
  /** The description of a table that is whole: nothing here alters or deletes one. */
  const settledTable = (name: string): Table | undefined => {
    const table = settled.get(name) ?? db.getSync(tableKey(name));
    if (table && isSettled(table)) settled.set(name, table);
    return settled.get(name);
  };
  return {
    ...store,
    getItemDb: (tableName) => ({
      ...store.getItemDb(tableName),
      get: (key, callback) => answer(() => records.get(itemPrefix(tableName) + key), callback),
    }),
    getTable: (tableName, ...rest) => {
      const [callback] = rest;
      // Another first argument asks for a table in any state, to describe it.
      const table = typeof callback === 'function' ? settledTable(tableName) : undefined;
      if (table && typeof callback === 'function') callback(null, table);
      else store.getTable(tableName, ...rest);
    },
  };
}

/** What dynalite reads itself: none of it is asked here. */
const UNCOMMON = ['ReturnConsumedCapacity', 'QueryFilter', 'ScanFilter', 'AttributesToGet'];

const queryTable = dynaliteDb.queryTable;
dynaliteDb.queryTable = (...given) => {
  const [store, table, data, range, isLocal, readsItems, startKeyNames, callback] = given;
  const records = recordsOf.get(store.db);
  if (!records || readsItems || UNCOMMON.some((name) => Reflect.get(data, name) !== undefined))
    return queryTable(...given);
  const { TableName, IndexName } = data;
  const prefix =
    IndexName === undefined ? itemPrefix(TableName) : indexPrefix(isLocal ? 'Local' : 'Global', TableName, IndexName);
  pageOf(records, { table, data, range: within(prefix, range), startKeyNames }).then(
    (page) => callback(null, page),
    (error) => callback(error),
  );
};

async function pageOf(records: Records, page: Page): Promise<object> {
  for (;;) {
    const read = readPage(records, page);
    if (read) return read;
    await nextTurn();
  }
}

/** The part of a table or index, of which dynalite knows the keys without their prefix. */
function within(prefix: string, { gt, gte, lt, lte, ...rest }: Range): Range {
  const whole = rangeOf(prefix);
  const from = gt === undefined ? { gte: gte === undefined ? whole.gte : prefix + gte } : { gt: prefix + gt };
  const to = lte === undefined ? { lt: lt === undefined ? whole.lt : prefix + lt } : { lte: prefix + lte };
  return { ...rest, ...from, ...to };
}

function isSettled({ TableStatus, GlobalSecondaryIndexes = [] }: Table): boolean {
  return TableStatus === 'ACTIVE' && GlobalSecondaryIndexes.every(({ IndexStatus }) => IndexStatus === 'ACTIVE');
}

function answer<Value>(read: () => Value, callback: Callback<Value>): void {
  let value: Value;
  try {
    value = read();
  } catch (error) {
    callback(error instanceof Error ? error : new Error(String(error)));
    return;
  }
  callback(null, value);
}
