import { describe, expect, it } from 'vitest';
import { AT, aChallenge, aLink, aSession, minutesAfter } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

export function accessStoreContract(open: OpenStore): void {
  describe('the access store', () => {
    it('finds a link by its hash, whole, and no other', async () => {
      const { stores } = await open();
      await stores.access.putLink(aLink('hash-1'));
      expect(await stores.access.readLink('hash-1')).toEqual(aLink('hash-1'));
      expect(await stores.access.readLink('hash-2')).toBeUndefined();
    });

    it('lists the links of a referral in the order in which they were issued, without their secret', async () => {
      const { stores, catchUp } = await open();
      const link = { ...aLink('hash-1'), reference: 'REF1', taskId: 'REF1-T1', to: 'REFERRER' };
      const later = { ...link, hash: 'hash-2', createdAt: minutesAfter(5) };
      for (const one of [later, link, { ...link, hash: 'hash-3', reference: 'REF2' }]) await stores.access.putLink(one);
      catchUp();
      const { purpose, taskId, to, expiresAt: until } = link;
      const issued = { purpose, taskId, to, until };
      expect(await stores.indexes.linksOf('REF1', 10)).toEqual([
        { ...issued, hash: link.hash, issuedAt: link.createdAt },
        { ...issued, hash: later.hash, issuedAt: later.createdAt },
      ]);
    });

    it('keeps the latest of a session', async () => {
      const { stores } = await open();
      const opened = { ...aSession('hash-1'), grants: [] };
      const later = { ...aSession('hash-1'), version: 2 };
      expect(await stores.access.saveSession(opened)).toBe(true);
      expect(await stores.access.saveSession(later)).toBe(true);
      expect(await stores.access.readSession('hash-1')).toEqual(later);
      expect(await stores.access.readSession('hash-2')).toBeUndefined();
    });

    it('loses nothing that two tabs open in one session at once: a hundred have one winner', async () => {
      const { stores } = await open();
      await stores.access.saveSession(aSession('hash-1'));
      const attempts = hundred.map(() => stores.access.saveSession({ ...aSession('hash-1'), version: 2 }));
      expect(await winnersOf(attempts)).toBe(1);
    });

    it('has one winner when a hundred begin the same challenge at once', async () => {
      const { stores } = await open();
      const attempts = hundred.map((i) => stores.access.saveChallenge(aChallenge('mailbox', 1, i)));
      expect(await winnersOf(attempts)).toBe(1);
    });

    it('spends each try once: a hundred guesses at once use up one version', async () => {
      const { stores } = await open();
      await stores.access.saveChallenge(aChallenge('mailbox', 1, 5));
      const attempts = hundred.map(() => stores.access.saveChallenge(aChallenge('mailbox', 2, 4)));
      expect(await winnersOf(attempts)).toBe(1);
      expect(await stores.access.readChallenge('mailbox')).toEqual(aChallenge('mailbox', 2, 4));
      expect(await stores.access.readChallenge('another')).toBeUndefined();
    });

    it('keeps one stub of a stop for immediate risk, told twice', async () => {
      const { stores } = await open();
      const stub = {
        id: 's1',
        at: AT,
        caller: 'caller-1',
        outcome: 'SAFEGUARDING_STOP',
        reason: 'IMMEDIATE_RISK_DECLARED',
      };
      expect(await stores.audit.keepStub(stub)).toBe(true);
      expect(await stores.audit.keepStub(stub)).toBe(false);
      expect(await stores.audit.readStub('s1')).toEqual(expect.objectContaining(stub));
      expect(await stores.audit.readStub('s2')).toBeUndefined();
    });

    it('lets one alarm of a hundred at once be the first, and one change a window', async () => {
      const { stores } = await open();
      const last = (n: number) => ({ version: 1, first: `a${n}`, closesAt: AT });
      expect(await winnersOf(hundred.map((_, n) => stores.audit.saveLastAlarm(last(n))))).toBe(1);
      const window = { id: 'a1', version: 1, closesAt: AT, alarms: ['a2'], count: 1 };
      expect(await winnersOf(hundred.map(() => stores.audit.saveWindow(window)))).toBe(1);
      const next = { ...window, version: 2, count: 2 };
      expect(await winnersOf(hundred.map(() => stores.audit.saveWindow(next)))).toBe(1);
      expect(await stores.audit.readWindow('a1')).toEqual(expect.objectContaining(next));
      expect(await stores.audit.readWindow('a9')).toBeUndefined();
      expect(await stores.audit.readLastAlarm()).toMatchObject({ version: 1, closesAt: AT });
    });
  });
}
