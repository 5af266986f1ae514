import type { RollupStore } from '#domain/ports/rollup-store.ts';
import { rollupSchema } from '#domain/process/rollup.ts';
import { ROLLUP_KEY } from './keys.ts';
import { parseIfThere } from './parse-item.ts';
import type { Table } from './table.ts';

export function rollupStore(table: Table): RollupStore {
  const { pk, sk } = ROLLUP_KEY;
  return {
    readRollup: async () => parseIfThere(rollupSchema, await table.get(pk, sk)),
    saveRollup: async (rollup) => {
      await table.put({ pk, sk, ...rollup });
    },
  };
}
