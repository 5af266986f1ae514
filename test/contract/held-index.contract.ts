import { describe, expect, it } from 'vitest';
import { heldEntry, heldLonger, settle } from '#domain/notices/ledger.ts';
import { AT, aNotice, minutesAfter } from './samples.ts';
import type { OpenStore } from './store-under-test.ts';

const [sam, pat] = ['PERSON:sam', 'PERSON:pat'];
const held = (id: string, minutes: number, to = sam) =>
  heldEntry('REF1', { id, kind: 'TEAM_LISTED', to }, AT, minutesAfter(minutes));

export function heldIndexContract(open: OpenStore): void {
  describe('the queue of emails that reached no one', () => {
    it('names what came back or was refused, the first to come back first, and nothing that was given up on purpose', async () => {
      const { stores, catchUp } = await open();
      const settledAt = (minutes: number) => ({ settledAt: minutesAfter(minutes) });
      const all = [
        aNotice('REF1', 'back', { state: 'BOUNCED', ...settledAt(9) }),
        aNotice('REF2', 'refused', { state: 'FAILED', why: 'MessageRejected', ...settledAt(5) }),
        aNotice('REF3', 'over', { state: 'FAILED', why: 'NO_LONGER_NEEDED', ...settledAt(5) }),
        aNotice('REF3', 'sent', { state: 'SENT', ...settledAt(5) }),
      ];
      for (const notice of all) await stores.notices.claimNotice(notice);
      catchUp();
      expect(await stores.indexes.mailFailed(10)).toMatchObject([
        { reference: 'REF2', noticeId: 'refused', why: 'MessageRejected', waitingSince: minutesAfter(5) },
        { reference: 'REF1', noticeId: 'back', why: 'BOUNCED', waitingSince: minutesAfter(9) },
      ]);
      expect(await stores.indexes.mailFailed(1)).toHaveLength(1);
    });
  });

  describe('the index of what waits for a digest', () => {
    it('names what waits for one person, what was to go longest ago first, and nothing that goes alone', async () => {
      const { stores, catchUp } = await open();
      const alone = aNotice('REF1', 'alone', { to: sam });
      const all = [held('late', 90), held('early', 60), held('hers', 60, pat), alone];
      for (const notice of all) await stores.notices.claimNotice(notice);
      catchUp();
      const named = (id: string) => ({ reference: 'REF1', noticeId: id });
      expect(await stores.indexes.held(sam, 10)).toMatchObject([named('early'), named('late')]);
      expect(await stores.indexes.held(sam, 1)).toMatchObject([named('early')]);
      expect(await stores.indexes.held(pat, 10)).toMatchObject([named('hers')]);
      expect(await stores.indexes.work('TRIAGE', 10)).toEqual([]);
    });

    it('keeps what is held longer, at its new place, and forgets what is settled', async () => {
      const { stores, catchUp } = await open();
      const [first, second, third] = [held('n1', 60), held('n2', 70), held('n3', 80)];
      for (const notice of [first, second, third]) await stores.notices.claimNotice(notice);
      await stores.notices.saveNotice(heldLonger(first, minutesAfter(90)), first.attempts);
      const sent = settle({ ...second, attempts: 2 }, 'SENT', minutesAfter(70), { messageId: 'm1' });
      await stores.notices.saveNotice(sent, second.attempts);
      catchUp();
      expect((await stores.indexes.held(sam, 10)).map(({ noticeId }) => noticeId)).toEqual(['n3', 'n1']);
    });

    it('brings what is held to the sweeper at the instant at which it goes, and not before', async () => {
      const { stores, catchUp } = await open();
      await stores.notices.claimNotice(held('n1', 60));
      catchUp();
      expect(await stores.indexes.due('NOTICE', minutesAfter(59), 10)).toEqual([]);
      expect(await stores.indexes.due('NOTICE', minutesAfter(60), 10)).toMatchObject([{ noticeId: 'n1' }]);
    });
  });
}
