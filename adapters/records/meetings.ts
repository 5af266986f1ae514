import { minuteSchema } from '#domain/case/minute.ts';
import { sittingSchema } from '#domain/people/sitting.ts';
import type { MeetingStore } from '#domain/ports/stores.ts';
import { meetingKey, minuteKey } from './keys.ts';
import { parseIfThere } from './parse-item.ts';
import type { Condition, Table } from './table.ts';

export function meetingStore(table: Table): MeetingStore {
  const at = ({ pk, sk }: { pk: string; sk: string }) => table.get(pk, sk);
  return {
    readSitting: async (on) => parseIfThere(sittingSchema, await at(meetingKey(on))),
    saveSitting: (sitting) => table.put({ ...meetingKey(sitting.on), ...sitting }, unchangedSince(sitting)),
    readMinute: async (reference, taskId) => parseIfThere(minuteSchema, await at(minuteKey(reference, taskId))),
    saveMinute: (minute) =>
      table.put({ ...minuteKey(minute.reference, minute.taskId), ...minute }, unchangedSince(minute)),
  };
}

function unchangedSince({ version }: { readonly version: number }): Condition {
  return version === 1 ? { absent: ['pk'] } : { equals: { version: version - 1 } };
}
