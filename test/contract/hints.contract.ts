import { describe, expect, it } from 'vitest';
import { AT, aCase, aCaseToLookAt, aNotice, anEntry, minutesAfter, task } from './samples.ts';
import { hundred, type OpenStore } from './store-under-test.ts';

export function hintsContract(open: OpenStore): void {
  describe('the hints', () => {
    it('name what needs attention by now, earliest first: cases and notices', async () => {
      const { stores, catchUp } = await open();
      await stores.cases.createCase(aCaseToLookAt('LATER', minutesAfter(30)));
      await stores.cases.createCase(aCaseToLookAt('SECOND', minutesAfter(1)));
      await stores.cases.createCase(aCaseToLookAt('FIRST', AT));
      await stores.notices.claimNotice(aNotice('NOTED', 'n1'));
      catchUp();
      const found = await stores.hints.attention(minutesAfter(2), 10);
      expect(found).toEqual([{ reference: 'FIRST' }, { reference: 'SECOND' }, { reference: 'NOTED', noticeId: 'n1' }]);
    });

    it('name no more than the limit, beginning with the earliest, across many entries', async () => {
      const { stores, catchUp } = await open();
      await Promise.all(hundred.map((i) => stores.cases.createCase(aCaseToLookAt(`R${i}`, minutesAfter(i)))));
      catchUp();
      const found = await stores.hints.attention(minutesAfter(1_000), 7);
      expect(found).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => ({ reference: `R${i}` })));
      expect(await stores.hints.attention(minutesAfter(1_000), 1_000)).toHaveLength(100);
    });

    it('forget a case once nothing is due, and a notice once it is settled', async () => {
      const { stores, catchUp } = await open();
      await stores.cases.createCase(aCaseToLookAt('REF1', AT));
      await stores.notices.claimNotice(aNotice('REF1', 'n1'));
      await stores.cases.saveCase(aCase('REF1', { version: 2, outbox: [], next: 'DONE', status: 'DECLINED' }));
      await stores.notices.saveNotice(aNotice('REF1', 'n1', { state: 'SENT', attempts: 2 }), 1);
      catchUp();
      expect(await stores.hints.attention(minutesAfter(1_000), 10)).toEqual([]);
    });

    it('give one list in its order, without the other lists', async () => {
      const { stores, catchUp } = await open();
      const listed = (reference: string, order: string, locality = 'Frome') =>
        stores.cases.createCase(aCase(reference, { status: 'ON_WAITING_LIST', list: { ...anEntry(order), locality } }));
      await Promise.all([listed('C', '2#b'), listed('A', '1#z'), listed('B', '2#a'), listed('X', '0', 'Chard')]);
      catchUp();
      expect(await stores.hints.list('PORTAGE_GROUP', 'Frome', 10)).toEqual(['A', 'B', 'C']);
      expect(await stores.hints.list('PORTAGE_GROUP', 'Frome', 2)).toEqual(['A', 'B']);
      expect(await stores.hints.list('LITTLE_TREASURES', 'Frome', 10)).toEqual([]);
    });

    it('give one queue of work, oldest first, with since when', async () => {
      const { stores, catchUp } = await open();
      const waiting = (reference: string, minutes: number) =>
        aCase(reference, { status: 'IN_TRIAGE', task: { ...task, openedAt: minutesAfter(minutes) } });
      await stores.cases.createCase(waiting('NEW', 5));
      await stores.cases.createCase(waiting('OLD', 1));
      await stores.cases.createCase(aCase('PARKED', { parked: { at: AT, why: 'STEP_FAILED' } }));
      catchUp();
      expect(await stores.hints.work('TRIAGE', 10)).toEqual([
        { reference: 'OLD', dueAt: minutesAfter(1) },
        { reference: 'NEW', dueAt: minutesAfter(5) },
      ]);
      expect(await stores.hints.work('PARKED', 10)).toEqual([{ reference: 'PARKED', dueAt: AT }]);
    });
  });
}
