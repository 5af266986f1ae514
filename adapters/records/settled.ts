import type { SettledStore } from '#domain/ports/stores.ts';
import { settledKey } from './keys.ts';
import { settledEntries } from './log-entries.ts';
import type { Table } from './table.ts';

export function settledStore(table: Table): SettledStore {
  return {
    keepSettled: (settled) => {
      const { reference, taskId } = settled;
      const item = { ...settledKey(reference, taskId), ...settled, ...settledEntries(settled) };
      return table.put(item, { absent: ['pk'] });
    },
  };
}
