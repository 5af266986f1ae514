import type { SettledStore } from '#domain/ports/stores.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { quarterOf } from '#domain/values/quarters.ts';
import { decisionsKey, settledKey } from './keys.ts';
import { copiesOf } from './rows.ts';
import type { Table } from './table.ts';

export function settledStore(table: Table): SettledStore {
  return {
    keepSettled: (settled) => {
      const { reference, taskId, at, against } = settled;
      const entry = { logKey: decisionsKey(quarterOf(londonDateOf(at))), logAt: `${at}#${taskId}` };
      const item = { ...settledKey(reference, taskId), ...settled, ...entry, ...copiesOf({ more: { against } }) };
      return table.put(item, { absent: ['pk'] });
    },
  };
}
