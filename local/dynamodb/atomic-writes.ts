import { createRequire } from 'node:module';
import type { BatchOperation, Index, Store, Table } from 'dynalite/db/index.js';
import dynaliteDb from 'dynalite/db/index.js';
import type { Commit } from './commit.ts';
import { indexPrefix, itemPrefix } from './keys.ts';

const PATCHED_VERSION = '4.0.0';
const commits = new WeakMap<Store, Commit>();
const patched = { done: false };

/**
 * Makes every put, update and delete of this store one synced batch of the item with its index entries.
 * dynalite's actions call `updateIndexes` and then write the item. Here `updateIndexes` writes both, and the write of
 * the item that follows does nothing. Unpatched, a kill between the two leaves an index that disagrees with the item.
 */
export function writeAtomically(store: Store, commit: Commit): Store {
  patchDynalite();
  const atomic: Store = {
    ...store,
    getItemDb: (tableName) => ({
      ...store.getItemDb(tableName),
      put: (_key, _value, callback) => callback(null),
      del: (_key, callback) => callback(null),
    }),
  };
  commits.set(atomic, commit);
  return atomic;
}

function patchDynalite(): void {
  if (patched.done) return;
  const found: { version: string } = createRequire(import.meta.url)('dynalite/package.json');
  if (found.version !== PATCHED_VERSION) {
    throw new Error(
      `local/dynamodb/atomic-writes.ts changes dynalite ${PATCHED_VERSION}, but ${found.version} is installed. ` +
        'Read what its updateIndexes, queryTable, putItem, updateItem and deleteItem do now, then raise PATCHED_VERSION.',
    );
  }
  patched.done = true;

  // dynalite tells two items with equal index keys apart by 24 bits of a hash. In a long list one can overwrite the
  // other. The whole table key is appended, here for reading on and below for writing.
  const shortIndexKey = dynaliteDb.createIndexKey;
  dynaliteDb.createIndexKey = (item, table, keySchema) =>
    `${shortIndexKey(item, table, keySchema)}/${dynaliteDb.createKey(item, table)}`;

  dynaliteDb.updateIndexes = (store, table, existingItem, item, callback) => {
    const commit = commits.get(store);
    if (!commit) return callback(new Error('A dynalite store was used that writeAtomically did not prepare'));
    const present = item ?? existingItem;
    if (!present) return callback(null);
    const key = dynaliteDb.createKey(present, table);
    const path = itemPrefix(table.TableName) + key;
    const ofItem: BatchOperation = item ? { type: 'put', key: path, value: item } : { type: 'del', key: path };
    commit([...indexOperations(table, existingItem, item, key), ofItem], callback);
  };
}

type Item = object | null | undefined;

function indexOperations(table: Table, existingItem: Item, item: Item, itemKey: string): BatchOperation[] {
  const of = (kind: 'Local' | 'Global', indexes: Index[] = []): BatchOperation[] => {
    const path = (action: { index: string; key: string }) =>
      `${indexPrefix(kind, table.TableName, action.index)}${action.key}/${itemKey}`;
    const actions = dynaliteDb.getIndexActions(indexes, existingItem, item, table);
    return [
      ...actions.deletes.map((action) => ({ type: 'del' as const, key: path(action) })),
      ...actions.puts.map((action) => ({ type: 'put' as const, key: path(action), value: action.item })),
    ];
  };
  return [...of('Local', table.LocalSecondaryIndexes), ...of('Global', table.GlobalSecondaryIndexes)];
}
