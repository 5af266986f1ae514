import { alarmStubSchema } from '#domain/notices/alarm.ts';
import { alarmWindowSchema, lastAlarmSchema } from '#domain/notices/alarm-window.ts';
import type { AuditStore } from '#domain/ports/stores.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { alarmsKey, auditKey, LASTALARM_KEY, stubsKey } from './keys.ts';
import { parseIfThere } from './parse-item.ts';
import type { Condition, Table } from './table.ts';

const absent = { absent: ['pk'] };

export function auditStore(table: Table): AuditStore {
  const at = ({ pk, sk }: { pk: string; sk: string }) => table.get(pk, sk);
  return {
    keepStub: (stub) => {
      const month = { logKey: stubsKey(londonDateOf(stub.at).slice(0, 7)), logAt: `${stub.at}#${stub.id}` };
      return table.put({ ...auditKey(stub.id), ...stub, ...month }, absent);
    },
    readStub: async (id) => parseIfThere(alarmStubSchema, await at(auditKey(id))),
    readWindow: async (first) => parseIfThere(alarmWindowSchema, await at(alarmsKey(first))),
    saveWindow: (window) => table.put({ ...alarmsKey(window.id), ...window }, unchangedSince(window)),
    readLastAlarm: async () => parseIfThere(lastAlarmSchema, await at(LASTALARM_KEY)),
    saveLastAlarm: (last) => table.put({ ...LASTALARM_KEY, ...last }, unchangedSince(last)),
  };
}

function unchangedSince({ version }: { readonly version: number }): Condition {
  return version === 1 ? absent : { equals: { version: version - 1 } };
}
