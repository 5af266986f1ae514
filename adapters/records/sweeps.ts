import type { LeaseStore } from '#domain/ports/lease-store.ts';
import type { PauseStore } from '#domain/ports/pause-store.ts';
import { isHeld, leaseSchema } from '#domain/process/lease.ts';
import { pauseEntries } from './entries.ts';
import { leaseKey, pauseKey } from './keys.ts';
import { parseIfThere } from './parse-item.ts';
import type { Table } from './table.ts';

export function pauseStore(table: Table): PauseStore {
  return {
    pause: async (kind, due, pause) => {
      await table.put({ ...pauseKey(due), ...pause, ...pauseEntries(kind, pause) });
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
