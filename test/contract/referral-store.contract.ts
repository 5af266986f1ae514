import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, aReferral } from './samples.ts';
import type { OpenStore } from './store-under-test.ts';

export function referralStoreContract(open: OpenStore): void {
  describe('the referral store', () => {
    it('keeps a referral exactly as it was sent, whatever JSON it is', async () => {
      const { stores } = await open();
      let n = 0;
      await fc.assert(
        fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (body) => {
          const reference = `R${n++}`;
          await stores.referrals.putReferral(aReferral(reference, body));
          const kept = await stores.referrals.readReferral(reference);
          expect(JSON.stringify(kept?.body)).toBe(JSON.stringify(body));
        }),
        { numRuns: 60 },
      );
    });

    it('keeps empty texts, nested nulls, decimals and long numbers', async () => {
      const { stores } = await open();
      const body = {
        name: '',
        areas: [{ months: 9.5, note: null }, {}, []],
        tiny: 1e-300,
        third: 0.1 + 0.2,
        big: 1e300,
      };
      await stores.referrals.putReferral(aReferral('REF1', body));
      expect(await stores.referrals.readReferral('REF1')).toEqual(aReferral('REF1', body));
    });

    it('answers the referral that is there when its reference is taken, and keeps it', async () => {
      const { stores } = await open();
      const first = aReferral('REF1', { from: 'the first' });
      expect(await stores.referrals.putReferral(first)).toBeUndefined();
      expect(await stores.referrals.putReferral(aReferral('REF1', { from: 'another' }))).toEqual(first);
      expect(await stores.referrals.readReferral('REF1')).toEqual(first);
    });

    it('knows nothing of a reference that no one stored', async () => {
      const { stores } = await open();
      expect(await stores.referrals.readReferral('REF1')).toBeUndefined();
    });

    it('remembers a refusal, said once or twice, and leaves the referral as it is', async () => {
      const { stores } = await open();
      await stores.referrals.putReferral(aReferral('REF1'));
      expect(await stores.referrals.wasRefused('REF1')).toBe(false);
      await stores.referrals.markRefused('REF1', AT);
      await stores.referrals.markRefused('REF1', AT);
      expect(await stores.referrals.wasRefused('REF1')).toBe(true);
      expect(await stores.referrals.readReferral('REF1')).toEqual(aReferral('REF1'));
    });
  });
}
