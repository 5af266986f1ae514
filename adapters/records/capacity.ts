import { capacitySchema } from '#domain/lists/capacity-record.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import { CAPACITY_KEY } from './keys.ts';
import { parseIfThere } from './parse-item.ts';
import type { Table } from './table.ts';

export function capacityStore(table: Table): CapacityStore {
  const { pk, sk } = CAPACITY_KEY;
  return {
    readCapacity: async () => parseIfThere(capacitySchema, await table.get(pk, sk)),
    saveCapacity: (capacity) => {
      const before = capacity.version - 1;
      return table.put({ pk, sk, ...capacity }, before === 0 ? { absent: ['pk'] } : { equals: { version: before } });
    },
  };
}
