import { describe, expect, it } from 'vitest';
import type { Followed } from '#domain/case/followed.ts';
import { AT, minutesAfter } from './samples.ts';
import { hundred, type OpenStore } from './store-under-test.ts';

const entry = (reference: string, minute = 0, changes: Partial<Followed> = {}): Followed => ({
  ...{ reference, receivedAt: minutesAfter(minute), asOf: 1 },
  ...changes,
});

export function followedStoreContract(open: OpenStore): void {
  describe('the store of what mailboxes follow', () => {
    it('lists the referrals of a mailbox and of no other, the last received first', async () => {
      const { followed } = (await open()).stores;
      for (const [n, reference] of ['OLD', 'NEW', 'NEWEST'].entries()) {
        await followed.noteFollowed('mailbox', entry(reference, n));
      }
      await followed.noteFollowed('mailbox2', entry('OTHER', 9));
      const listed = await followed.followedBy('mailbox', 10);
      expect(listed.map(({ reference }) => reference)).toEqual(['NEWEST', 'NEW', 'OLD']);
      expect(await followed.followedBy('mail', 10)).toEqual([]);
    });

    it('shows what was just written, however far indexes lag', async () => {
      const { followed } = (await open()).stores;
      await followed.noteFollowed('mailbox', entry('REF1'));
      expect(await followed.followedBy('mailbox', 1)).toMatchObject([{ reference: 'REF1', receivedAt: AT }]);
    });

    it('answers page by page, each referral once', async () => {
      const { followed } = (await open()).stores;
      // Two of a minute each: the place in the list says which of them was seen.
      for (const n of hundred.slice(0, 10)) await followed.noteFollowed('mailbox', entry(`REF${n}`, Math.floor(n / 2)));
      const seen: string[] = [];
      let after: Followed | undefined;
      do {
        const page = await followed.followedBy('mailbox', 3, after);
        seen.push(...page.map(({ reference }) => reference));
        after = page.at(-1);
      } while (after);
      expect(seen).toEqual(['REF9', 'REF8', 'REF7', 'REF6', 'REF5', 'REF4', 'REF3', 'REF2', 'REF1', 'REF0']);
    });

    it('goes on from a place at which nothing is (half-finished)', async () => {
      const { followed } = (await open()).stores;
      await followed.noteFollowed('mailbox', entry('REF1'));
      const after = { receivedAt: minutesAfter(1), reference: 'GONE' };
      expect(await followed.followedBy('mailbox', 3, after)).toMatchObject([{ reference: 'REF1' }]);
      expect(await followed.followedBy('mailbox', 3, entry('REF0'))).toEqual([]);
    });

    it('keeps one entry a referral, as the latest version of its case has it (late, twice)', async () => {
      const { followed } = (await open()).stores;
      await followed.noteFollowed('mailbox', entry('REF1', 0, { asOf: 3, isHeld: true }));
      await followed.noteFollowed('mailbox', entry('REF1', 0, { asOf: 5, isLost: true }));
      await followed.noteFollowed('mailbox', entry('REF1', 0, { asOf: 4 }));
      expect(await followed.followedBy('mailbox', 3)).toEqual([entry('REF1', 0, { asOf: 5, isLost: true })]);
      await followed.noteFollowed('mailbox', entry('REF1', 0, { asOf: 6 }));
      expect(await followed.followedBy('mailbox', 3)).toEqual([entry('REF1', 0, { asOf: 6 })]);
    });

    it('keeps the latest of several that write at the same moment', async () => {
      const { followed } = (await open()).stores;
      const writes = hundred
        .slice(0, 8)
        .map((n) => followed.noteFollowed('mailbox', entry('REF1', 0, { asOf: n + 1 })));
      await Promise.all(writes);
      expect(await followed.followedBy('mailbox', 3)).toEqual([entry('REF1', 0, { asOf: 8 })]);
    });
  });
}
