import type { LeaseStore } from '#domain/ports/lease-store.ts';
import type { PauseStore } from '#domain/ports/pause-store.ts';
import { pausedKey } from '#domain/process/indexes.ts';
import { isHeld, leaseSchema } from '#domain/process/lease.ts';
import { leaseKey, pauseKey } from './keys.ts';
import { parseIfThere } from './parse-item.ts';
import { copiesOf } from './rows.ts';
import type { Table } from './table.ts';

export function pauseStore(table: Table): PauseStore {
  return {
    pause: async (kind, due, pause) => {
      const { attempts, since, why, failures, pausedFor } = pause;
      const more = failures === undefined ? undefined : { failures, ...(pausedFor === undefined ? {} : { pausedFor }) };
      const entry = { dueKey: pausedKey(kind), dueAt: pause.until };
      const item = { ...pauseKey(due), ...pause, ...entry, ...copiesOf({ attempts, waitingSince: since, why, more }) };
      await table.put(item);
    },
    end: async (_kind, due, at) => {
      await table.put({ ...pauseKey(due), attempts: 0, since: at, until: at, why: '', endedAt: at });
    },
  };
}

export function leaseStore(table: Table): LeaseStore {
  const read = async (name: string) => {
    const { pk, sk } = leaseKey(name);
    return parseIfThere(leaseSchema, await table.get(pk, sk));
  };
  return {
    take: async (lease, now) => {
      const before = await read(lease.name);
      if (isHeld(before, now)) return false;
      const condition = before ? { equals: { holder: before.holder, until: before.until } } : { absent: ['pk'] };
      if (await table.put({ ...leaseKey(lease.name), ...lease }, condition)) return true;
      // The client sends a write again whose answer was lost: then it is this one's all the same.
      return (await read(lease.name))?.holder === lease.holder;
    },
    giveBack: async (lease, now) => {
      await table.put({ ...leaseKey(lease.name), ...lease, until: now }, { equals: { holder: lease.holder } });
    },
  };
}
