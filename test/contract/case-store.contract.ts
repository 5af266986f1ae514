import { describe, expect, it } from 'vitest';
import type { InformationRequest } from '#domain/case/information-request.ts';
import { aCase, aCheck, anEntry, decision, minutesAfter, task } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

export function caseStoreContract(open: OpenStore): void {
  describe('the case store', () => {
    it('gives back a case exactly as it was stored', async () => {
      const { stores } = await open();
      const ask: InformationRequest = {
        why: 'EVIDENCE_FAILED',
        question: '',
        failed: [{ index: 0, code: 'HARMFUL' }],
        untilAt: null,
      };
      const full = aCase('REF1', { status: 'IN_TRIAGE', task: { ...task, decision }, list: anEntry('2#x'), ask });
      await stores.cases.createCase(full);
      expect(await stores.cases.readCase('REF1')).toEqual(full);
      expect(await stores.cases.readCase('REF2')).toBeUndefined();
    });

    it('has one winner when a hundred create the same case at once', async () => {
      const { stores } = await open();
      const attempts = hundred.map((i) => stores.cases.createCase(aCase('REF1', { policyVersion: i })));
      expect(await winnersOf(attempts)).toBe(1);
    });

    it('has one winner when a hundred save the same version at once, and keeps what the winner wrote', async () => {
      const { stores } = await open();
      await stores.cases.createCase(aCase('REF1'));
      const outcomes = await Promise.all(
        hundred.map((i) => stores.cases.saveCase(aCase('REF1', { version: 2, policyVersion: i }))),
      );
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      const kept = await stores.cases.readCase('REF1');
      expect(kept).toEqual(aCase('REF1', { version: 2, policyVersion: outcomes.indexOf(true) }));
    });

    it('refuses a save that is late, twice or of a case that was never created', async () => {
      const { stores } = await open();
      expect(await stores.cases.saveCase(aCase('REF1', { version: 2 }))).toBe(false);
      await stores.cases.createCase(aCase('REF1'));
      expect(await stores.cases.saveCase(aCase('REF1', { version: 2 }))).toBe(true);
      expect(await stores.cases.saveCase(aCase('REF1', { version: 2, checks: 1 }))).toBe(false);
      expect(await stores.cases.saveCase(aCase('REF1', { version: 4 }))).toBe(false);
      expect(await stores.cases.readCase('REF1')).toEqual(aCase('REF1', { version: 2 }));
    });

    it('replaces the whole case: what the new one lacks is gone', async () => {
      const { stores } = await open();
      await stores.cases.createCase(aCase('REF1', { task: { ...task, decision }, reasons: ['OLD'] }));
      const next = aCase('REF1', { version: 2, task: null });
      await stores.cases.saveCase(next);
      expect(await stores.cases.readCase('REF1')).toEqual(next);
    });

    it('shows a save to the very next reader', async () => {
      const { stores } = await open();
      await stores.cases.createCase(aCase('REF1'));
      for (const version of [2, 3, 4, 5, 6]) {
        await stores.cases.saveCase(aCase('REF1', { version, updatedAt: minutesAfter(version) }));
        expect((await stores.cases.readCase('REF1'))?.version).toBe(version);
      }
    });

    it('insists on the open task when asked to: not another, not a decided one, not none', async () => {
      const { stores } = await open();
      const decided = (reference: string) => aCase(reference, { version: 2, task: { ...task, decision } });
      await stores.cases.createCase(aCase('REF1', { task }));
      await stores.cases.createCase(aCase('REF2', { task: { ...task, decision } }));
      await stores.cases.createCase(aCase('REF3', { task: null }));
      expect(await stores.cases.saveCase(decided('REF1'), 'task-2')).toBe(false);
      expect(await stores.cases.saveCase(decided('REF2'), 'task-1')).toBe(false);
      expect(await stores.cases.saveCase(decided('REF3'), 'task-1')).toBe(false);
      expect(await stores.cases.saveCase(decided('REF1'), 'task-1')).toBe(true);
    });

    it('has one winner when a hundred decide the same task at once', async () => {
      const { stores } = await open();
      await stores.cases.createCase(aCase('REF1', { task }));
      const attempts = hundred.map((i) => {
        const mine = { ...decision, deciderName: `Decider ${i}` };
        return stores.cases.saveCase(aCase('REF1', { version: 2, task: { ...task, decision: mine } }), 'task-1');
      });
      expect(await winnersOf(attempts)).toBe(1);
    });

    it('keeps each check as it was, decimals included, and never overwrites one', async () => {
      const { stores } = await open();
      expect(await stores.cases.putCheck(aCheck('REF1', 1))).toBe(true);
      expect(await stores.cases.putCheck({ ...aCheck('REF1', 1), outcome: 'ANOTHER' })).toBe(false);
      expect(await stores.cases.putCheck({ ...aCheck('REF1', 2), flags: ['SECOND'] })).toBe(true);
      expect(await stores.cases.readCheck('REF1', 1)).toEqual(aCheck('REF1', 1));
      expect((await stores.cases.readCheck('REF1', 2))?.flags).toEqual(['SECOND']);
      expect(await stores.cases.readCheck('REF1', 3)).toBeUndefined();
    });
  });
}
