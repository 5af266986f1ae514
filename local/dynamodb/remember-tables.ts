import type { Callback, Store, Table } from 'dynalite/db/index.js';

/**
 * Reads the description of a table once it is active and never again: nothing here changes or deletes one, and dynalite reads it
 * from the disk for every operation, which was half of all that it reads.
 */
export function rememberTables(store: Store): Store {
  const active = new Map<string, Table>();
  return {
    ...store,
    getTable: (name: string, ...asked: [Callback<Table>] | [boolean, Callback<Table>]) => {
      const callback = asked.length === 1 ? asked[0] : asked[1];
      const known = active.get(name);
      if (known) return void setImmediate(callback, null, known);
      const checked = asked.length === 1 || asked[0];
      store.getTable(name, checked, (error, table) => {
        if (table?.TableStatus === 'ACTIVE') active.set(name, table);
        callback(error, table);
      });
    },
  };
}
