import { describe, expect, it } from 'vitest';
import { hundred, type OpenStore } from './store-under-test.ts';

export function claimStoreContract(open: OpenStore): void {
  describe('the claim store', () => {
    it('gives a free claim, and the same answer again to the case that has it', async () => {
      const { stores } = await open();
      expect(await stores.claims.claim('child', 'REF1')).toBe('REF1');
      expect(await stores.claims.claim('child', 'REF1')).toBe('REF1');
      expect(await stores.claims.claim('other-child', 'REF2')).toBe('REF2');
    });

    it('tells a hundred cases that claim one child at once the same single winner', async () => {
      const { stores } = await open();
      const answers = await Promise.all(hundred.map((i) => stores.claims.claim('child', `REF${i}`)));
      expect(new Set(answers).size).toBe(1);
      expect(await stores.claims.claim('child', 'LATE')).toBe(answers[0]);
    });

    it('hands a claim over from the stale holder only', async () => {
      const { stores } = await open();
      await stores.claims.claim('child', 'REF1');
      expect(await stores.claims.takeOver('child', 'REF2', 'REF3')).toBe('REF1');
      expect(await stores.claims.takeOver('child', 'REF1', 'REF3')).toBe('REF3');
      expect(await stores.claims.takeOver('child', 'REF1', 'REF4')).toBe('REF3');
      expect(await stores.claims.claim('child', 'REF1')).toBe('REF3');
    });

    it('has one winner when a hundred take over the same stale claim at once', async () => {
      const { stores } = await open();
      await stores.claims.claim('child', 'STALE');
      const answers = await Promise.all(hundred.map((i) => stores.claims.takeOver('child', 'STALE', `REF${i}`)));
      expect(new Set(answers).size).toBe(1);
    });
  });
}
