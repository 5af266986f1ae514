import { describe, expect, it } from 'vitest';
import { sweepLease } from '#domain/process/lease.ts';
import { AT, aCaseToLookAt, minutesAfter } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const pause = { attempts: 3, failures: 2, pausedFor: AT, since: AT, until: minutesAfter(4), why: 'CorruptItem' };

export function sweepStoresContract(open: OpenStore): void {
  describe('the lease store', () => {
    it('gives one of a hundred that ask at once the lease', async () => {
      const { stores } = await open();
      const attempts = hundred.map((i) => stores.leases.take(sweepLease(`holder-${i}`, AT), AT));
      expect(await winnersOf(attempts)).toBe(1);
    });

    it('gives one of a hundred the lease that has run out', async () => {
      const { stores } = await open();
      await stores.leases.take(sweepLease('killed', AT), AT);
      expect(await stores.leases.take(sweepLease('early', AT), minutesAfter(0.5))).toBe(false);
      const late = minutesAfter(1);
      const attempts = hundred.map((i) => stores.leases.take(sweepLease(`holder-${i}`, late), late));
      expect(await winnersOf(attempts)).toBe(1);
    });

    it('gives it out again as soon as it is given back', async () => {
      const { stores } = await open();
      const mine = sweepLease('mine', AT);
      await stores.leases.take(mine, AT);
      await stores.leases.giveBack(mine, AT);
      expect(await stores.leases.take(sweepLease('next', AT), AT)).toBe(true);
    });

    it('leaves a lease alone that another has taken over (late)', async () => {
      const { stores } = await open();
      const [mine, next] = [sweepLease('mine', AT), sweepLease('next', minutesAfter(1))];
      await stores.leases.take(mine, AT);
      await stores.leases.take(next, minutesAfter(1));
      await stores.leases.giveBack(mine, minutesAfter(1));
      expect(await stores.leases.take(sweepLease('third', minutesAfter(1)), minutesAfter(1))).toBe(false);
    });
  });

  describe('the store of the numbers', () => {
    it('has none before the first sweep, and then the last one', async () => {
      const { stores } = await open();
      expect(await stores.rollups.readRollup()).toBeUndefined();
      await stores.rollups.saveRollup({ asOf: AT, queues: [{ queue: 'TRIAGE', waiting: 1, since: AT, late: 0 }] });
      await stores.rollups.saveRollup({ asOf: minutesAfter(1), queues: [] });
      expect(await stores.rollups.readRollup()).toMatchObject({ asOf: minutesAfter(1), queues: [] });
    });
  });

  describe('the pause store', () => {
    it('shows what is put off by its kind, and never among what is due', async () => {
      const { stores, catchUp } = await open();
      await stores.pauses.pause('CASE', { reference: 'REF1' }, pause);
      await stores.pauses.pause('NOTICE', { reference: 'REF1', noticeId: 'n1' }, pause);
      await stores.pauses.pause('DRAFT', { draftId: 'd1' }, pause);
      catchUp();
      const shown = {
        attempts: 3,
        waitingSince: AT,
        why: 'CorruptItem',
        dueAt: minutesAfter(4),
        more: { failures: 2, pausedFor: AT },
      };
      expect(await stores.indexes.paused('CASE', 10)).toMatchObject([{ reference: 'REF1', ...shown }]);
      expect(await stores.indexes.paused('NOTICE', 10)).toMatchObject([
        { reference: 'REF1', noticeId: 'n1', ...shown },
      ]);
      expect(await stores.indexes.paused('DRAFT', 10)).toMatchObject([{ draftId: 'd1', ...shown }]);
      expect(await stores.indexes.due('CASE', minutesAfter(9), 10)).toEqual([]);
    });

    it('never touches the case that is put off, nor is it found with its notices', async () => {
      const { stores } = await open();
      const whole = aCaseToLookAt('REF1', AT);
      await stores.cases.createCase(whole);
      await stores.pauses.pause('CASE', { reference: 'REF1' }, pause);
      expect(await stores.cases.readCase('REF1')).toEqual(whole);
      expect(await stores.notices.noticesOf('REF1')).toEqual([]);
    });

    it('shows it no longer once that is over', async () => {
      const { stores, catchUp } = await open();
      await stores.pauses.pause('CASE', { reference: 'REF1' }, pause);
      await stores.pauses.end('CASE', { reference: 'REF1' }, minutesAfter(5));
      catchUp();
      expect(await stores.indexes.paused('CASE', 10)).toEqual([]);
    });
  });
}
