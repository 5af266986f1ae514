import { alarmStubSchema } from '#domain/notices/alarm.ts';
import { alarmWindowSchema, lastAlarmSchema } from '#domain/notices/alarm-window.ts';
import type { AuditStore } from '#domain/ports/stores.ts';
import { alarmsKey, auditKey, LASTALARM_KEY } from './keys.ts';
import { stubEntries } from './log-entries.ts';
import { parseIfThere } from './parse-item.ts';
import type { Condition, Table } from './table.ts';

const absent = { absent: ['pk'] };

export function auditStore(table: Table): AuditStore {
  const at = ({ pk, sk }: { pk: string; sk: string }) => table.get(pk, sk);
  return {
    keepStub: (stub) => table.put({ ...auditKey(stub.id), ...stub, ...stubEntries(stub) }, absent),
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
