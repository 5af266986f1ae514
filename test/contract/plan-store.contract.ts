import { describe, expect, it } from 'vitest';
import { doPlans } from '#application/plan/do-plans.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { planWritten } from '#domain/plan/write.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { AT } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const moment = { now: AT, policyVersion: 1 };
const words = (activities: string) => ({
  outcomes: [{ id: '', what: 'She sits', steps: [] }],
  ...{ activities, others: '', writtenWith: 'Her mother' },
});
const plan = planWritten({ reference: 'REF1', plan: undefined }, moment, words('Play'), { seen: 0, by: MACHINE });

export function planStoreContract(open: OpenStore): void {
  describe('the store of plans', () => {
    it('has one winner of a hundred who write the first plan, and of a hundred who change it', async () => {
      const { stores } = await open();
      if (!plan || 'refused' in plan) throw new Error('No plan was made.');
      const first = { ...plan, version: 1 };
      expect(await stores.plans.readPlan('REF1')).toBeUndefined();
      expect(await winnersOf(hundred.map(() => stores.plans.savePlan(first)))).toBe(1);
      const next = { ...first, version: 2, colour: 'blue' };
      expect(await winnersOf(hundred.map(() => stores.plans.savePlan(next)))).toBe(1);
      expect(await stores.plans.readPlan('REF1')).toEqual(next);
    });

    it('keeps every earlier edition once, the oldest first, and none of another child', async () => {
      const { stores } = await open();
      const { writePlan } = doPlans({ ...stores, policy: defaultPolicy, now: () => AT });
      for (const reference of ['REF1', 'REF2']) {
        for (const [seen, activities] of ['Play', 'Sing', 'Walk'].entries()) {
          const { outcomes, ...texts } = words(activities);
          const typed = { ...texts, outcomes: outcomes.map((one) => ({ ...one, steps: '' })), seen: String(seen) };
          await writePlan(reference, typed, MACHINE);
        }
      }
      const editions = await stores.plans.editionsOf('REF1');
      expect(editions.map(({ edition, activities }) => [edition, activities])).toEqual([
        [1, 'Play'],
        [2, 'Sing'],
      ]);
      const [first] = editions;
      if (!first) throw new Error('No edition is kept.');
      expect(await winnersOf(hundred.map(() => stores.plans.keepEdition(first)))).toBe(0);
    });
  });
}
