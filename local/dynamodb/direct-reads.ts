import { Stream } from 'node:stream';
import type { Callback, Level, Store, Table } from 'dynalite/db/index.js';
import { itemPrefix, tableKey } from './keys.ts';

/** Values that are asked of LevelDB at a time: each time is a hop to its thread and back. */
const AT_A_TIME = 500;

/**
 * Has dynalite answer a read in the turn in which it is asked. Left to itself it reads the description of the table for each
 * request, waits two turns for each step, and takes each value through four streams. A read finds what was acknowledged
 * before it either way.
 */
export function readDirectly(store: Store): Store {
  const { db } = store;
  db.createValueStream = (range) => valuesOf(db, range);
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
      get: (key, callback) => answer(() => db.getSync(itemPrefix(tableName) + key), callback),
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

/** As much of a stream as dynalite uses of one: it listens to `data`, `end` and `error`, and destroys it when it has enough. */
class Values extends Stream {
  isWanted = true;
  destroy(): void {
    this.isWanted = false;
  }
}

function valuesOf(db: Level, range: object): Values {
  const values = new Values();
  void emitAll(db, range, values).catch((error) => values.emit('error', error));
  return values;
}

async function emitAll(db: Level, range: object, values: Values): Promise<void> {
  const iterator = db.values(range);
  try {
    for (;;) {
      const some = await iterator.nextv(AT_A_TIME);
      for (const value of some) if (values.isWanted) values.emit('data', value);
      if (some.length === 0 || !values.isWanted) break;
    }
  } finally {
    await iterator.close();
  }
  if (values.isWanted) values.emit('end');
}
