import type { ReconciliationStore } from '#domain/ports/reconciler-stores.ts';
import { reconciliationSchema } from '#domain/process/reconciliation.ts';
import { RECONCILIATION_KEY } from './keys.ts';
import { parseIfThere } from './parse-item.ts';
import type { Table } from './table.ts';

export function reconciliationStore(table: Table): ReconciliationStore {
  const { pk, sk } = RECONCILIATION_KEY;
  return {
    readReconciliation: async () => parseIfThere(reconciliationSchema, await table.get(pk, sk)),
    saveReconciliation: (changed) => {
      const before = changed.version - 1;
      return table.put({ pk, sk, ...changed }, before === 0 ? { absent: ['pk'] } : { equals: { version: before } });
    },
  };
}
