import { describe, expect, it } from 'vitest';
import { aCase, aNotice, minutesAfter } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

export function noticeStoreContract(open: OpenStore): void {
  describe('the notice store', () => {
    it('has one winner when a hundred claim the same notice at once', async () => {
      const { stores } = await open();
      const attempts = hundred.map((i) =>
        stores.notices.claimNotice(aNotice('REF1', 'n1', { claimedAt: minutesAfter(i) })),
      );
      expect(await winnersOf(attempts)).toBe(1);
    });

    it('settles a notice once: an outdated number of attempts is too late', async () => {
      const { stores } = await open();
      await stores.notices.claimNotice(aNotice('REF1', 'n1'));
      const sent = aNotice('REF1', 'n1', { state: 'SENT', attempts: 2, messageId: 'm1', settledAt: minutesAfter(1) });
      expect(await stores.notices.saveNotice(sent, 1)).toBe(true);
      expect(await stores.notices.saveNotice(aNotice('REF1', 'n1', { state: 'FAILED', attempts: 2 }), 1)).toBe(false);
      expect(await stores.notices.readNotice('REF1', 'n1')).toEqual(sent);
    });

    it('does not save a notice that no one claimed', async () => {
      const { stores } = await open();
      expect(await stores.notices.saveNotice(aNotice('REF1', 'n1'), 0)).toBe(false);
      expect(await stores.notices.readNotice('REF1', 'n1')).toBeUndefined();
    });

    it('finds the notices of one referral, all of them and nothing else', async () => {
      const { stores } = await open();
      const ids = hundred.map((i) => `n${String(i).padStart(3, '0')}`);
      await stores.cases.createCase(aCase('REF1'));
      await Promise.all(ids.map((id) => stores.notices.claimNotice(aNotice('REF1', id))));
      await stores.notices.claimNotice(aNotice('REF10', 'other'));
      expect((await stores.notices.noticesOf('REF1')).map(({ id }) => id)).toEqual(ids);
      expect(await stores.notices.noticesOf('REF2')).toEqual([]);
    });
  });
}
