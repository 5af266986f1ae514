import { planEditionSchema, planSchema } from '#domain/plan/plan.ts';
import type { PlanStore } from '#domain/ports/plan-store.ts';
import { EDITION_PREFIX, editionKey, planKey } from './keys.ts';
import { parseIfThere, parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

export function planStore(table: Table): PlanStore {
  return {
    readPlan: async (reference) => {
      const { pk, sk } = planKey(reference);
      return parseIfThere(planSchema, await table.get(pk, sk));
    },
    savePlan: (plan) => {
      const before = plan.version - 1;
      const condition = before === 0 ? { absent: ['pk'] } : { equals: { version: before } };
      return table.put({ ...planKey(plan.reference), ...plan }, condition);
    },
    keepEdition: (edition) =>
      table.put({ ...editionKey(edition.reference, edition.edition), ...edition }, { absent: ['pk'] }),
    editionsOf: async (reference) => {
      const items = await table.under(planKey(reference).pk, EDITION_PREFIX);
      return items.map((item) => parseItem(planEditionSchema, item));
    },
  };
}
