import { describe, expect, it } from 'vitest';
import { newDraft } from '#domain/draft/change.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { newTodo, PRINTERS, todoDone, todoQueue } from '#domain/people/todo.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { AT, aCase, aCaseToLookAt, aNotice, anEntry, decision, minutesAfter, task } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const draftId = 'AAAAAAAAAAAAAAAAAAAAAA';

export function indexesContract(open: OpenStore): void {
  describe('the indexes', () => {
    it('name what is due by now, the longest due first', async () => {
      const { stores, catchUp } = await open();
      await stores.cases.createCase(aCaseToLookAt('LATER', minutesAfter(30)));
      await stores.cases.createCase(aCaseToLookAt('SECOND', minutesAfter(1)));
      await stores.cases.createCase(aCaseToLookAt('FIRST', AT));
      catchUp();
      expect(await stores.indexes.due('CASE', minutesAfter(2), 10)).toMatchObject([
        { reference: 'FIRST', dueAt: AT, next: 'VALIDATE', run: 1 },
        { reference: 'SECOND', dueAt: minutesAfter(1) },
      ]);
    });

    it('keep a case in sight whatever else is due before it: a hundred notices, and a draft', async () => {
      const { stores, catchUp } = await open();
      await Promise.all(hundred.map((i) => stores.notices.claimNotice(aNotice('NOTED', `n${i}`))));
      await stores.drafts.saveDraft(newDraft(draftId, AT, defaultPolicy));
      await stores.cases.createCase(aCaseToLookAt('REF1', minutesAfter(40_000)));
      catchUp();
      const now = minutesAfter(50_000);
      expect(await stores.indexes.due('CASE', now, 5)).toMatchObject([{ reference: 'REF1' }]);
      expect(await stores.indexes.due('NOTICE', now, 100)).toHaveLength(100);
      expect(await stores.indexes.due('DRAFT', now, 5)).toMatchObject([{ draftId }]);
    });

    it('name no more than the limit, beginning with the longest due, across many entries', async () => {
      const { stores, catchUp } = await open();
      await Promise.all(hundred.map((i) => stores.cases.createCase(aCaseToLookAt(`R${i}`, minutesAfter(i)))));
      catchUp();
      const found = await stores.indexes.due('CASE', minutesAfter(1_000), 7);
      expect(found).toMatchObject([0, 1, 2, 3, 4, 5, 6].map((i) => ({ reference: `R${i}` })));
      expect(await stores.indexes.due('CASE', minutesAfter(1_000), 1_000)).toHaveLength(100);
    });

    it('forget a case once nothing is due, and a notice once it is settled', async () => {
      const { stores, catchUp } = await open();
      await stores.cases.createCase(aCaseToLookAt('REF1', AT));
      await stores.notices.claimNotice(aNotice('REF1', 'n1'));
      await stores.cases.saveCase(aCase('REF1', { version: 2, outbox: [], next: 'DONE', status: 'DECLINED' }));
      await stores.notices.saveNotice(aNotice('REF1', 'n1', { state: 'SENT', attempts: 2 }), 1);
      catchUp();
      expect(await stores.indexes.due('CASE', minutesAfter(1_000), 10)).toEqual([]);
      expect(await stores.indexes.due('NOTICE', minutesAfter(1_000), 10)).toEqual([]);
    });

    it('say of a notice its kind, its task and how often it was tried', async () => {
      const { stores, catchUp } = await open();
      await stores.notices.claimNotice(aNotice('REF1', 'n1', { taskId: 'REF1-T1', attempts: 3 }));
      catchUp();
      expect(await stores.indexes.due('NOTICE', minutesAfter(2), 10)).toMatchObject([
        { reference: 'REF1', noticeId: 'n1', kind: 'ACKNOWLEDGEMENT', taskId: 'REF1-T1', attempts: 3 },
      ]);
    });

    it('give who starts school in a year, also of ended cases and of who has died, without the other years', async () => {
      const { stores, catchUp } = await open();
      const starter = (reference: string, year: number, patch = {}) =>
        stores.cases.createCase(aCase(reference, { school: { year }, outbox: [], next: 'DONE', ...patch }));
      const before = { status: 'CLOSED', outcome: null, next: 'DONE', list: null } as const;
      await Promise.all([
        starter('B', 2027, { status: 'CLOSED' }),
        starter('A', 2027, { school: { year: 2026, deferredEntry: { at: AT, by: MACHINE, reason: 'Agreed' } } }),
        starter('C', 2028),
        starter('D', 2027, { death: { at: AT, by: MACHINE, before } }),
      ]);
      catchUp();
      const of = async (year: number, limit: number) =>
        (await stores.indexes.startsSchoolIn(year, limit)).map(({ reference }) => reference);
      expect([await of(2027, 10), await of(2027, 1), await of(2026, 10)]).toEqual([['A', 'B', 'D'], ['A'], []]);
      await stores.cases.saveCase(aCase('B', { version: 2, school: { year: 2028 }, outbox: [], next: 'DONE' }));
      catchUp();
      expect(await of(2028, 10)).toEqual(['B', 'C']);
    });

    it('give one list in its order, without the other lists', async () => {
      const { stores, catchUp } = await open();
      const listed = (reference: string, order: string, locality = 'Frome') =>
        stores.cases.createCase(aCase(reference, { status: 'ON_WAITING_LIST', list: { ...anEntry(order), locality } }));
      await Promise.all([listed('C', '2#b'), listed('A', '1#z'), listed('B', '2#a'), listed('X', '0', 'Chard')]);
      catchUp();
      const references = async (limit: number) =>
        (await stores.indexes.list('PORTAGE_GROUP', 'Frome', limit)).map(({ reference }) => reference);
      expect(await references(10)).toEqual(['A', 'B', 'C']);
      expect(await references(2)).toEqual(['A', 'B']);
      expect(await stores.indexes.list('LITTLE_TREASURES', 'Frome', 10)).toEqual([]);
      const [, second] = await stores.indexes.list('PORTAGE_GROUP', 'Frome', 2);
      expect(second).toMatchObject({ reference: 'B', order: '2#a', holder: 'CASE' });
      expect(await stores.indexes.list('PORTAGE_GROUP', 'Frome', 2, second)).toMatchObject([{ reference: 'C' }]);
    });

    it('count one list, and those before an order, without the other lists', async () => {
      const { stores, catchUp } = await open();
      const orders = ['2#b', '1#z', '2#a'];
      await Promise.all(
        orders.map((order, n) =>
          stores.cases.createCase(aCase(`R${n}`, { status: 'ON_WAITING_LIST', list: anEntry(order) })),
        ),
      );
      catchUp();
      const countBelow = (below?: string) => stores.indexes.listCount('PORTAGE_GROUP', 'Frome', below);
      expect([await countBelow(), await countBelow('2#b'), await countBelow('2#'), await countBelow('1#z')]).toEqual([
        3, 2, 1, 0,
      ]);
      expect(await stores.indexes.listCount('PORTAGE_GROUP', 'Chard')).toBe(0);
    });

    it('give one queue of work, the first due first, with since when, also from after an entry', async () => {
      const { stores, catchUp } = await open();
      const waiting = (reference: string, minutes: number) =>
        aCase(reference, {
          status: 'IN_TRIAGE',
          task: { ...task, openedAt: minutesAfter(minutes), dueAt: minutesAfter(60 + minutes) },
        });
      await stores.cases.createCase(waiting('NEW', 5));
      await stores.cases.createCase(waiting('OLD', 1));
      await stores.cases.createCase(aCase('PARKED', { parked: { at: AT, why: 'STEP_FAILED' } }));
      catchUp();
      expect(await stores.indexes.work('TRIAGE', 10)).toMatchObject([
        { reference: 'OLD', waitingSince: minutesAfter(1) },
        { reference: 'NEW', waitingSince: minutesAfter(5) },
      ]);
      const [first] = await stores.indexes.work('TRIAGE', 1);
      expect(first?.order).toBe(minutesAfter(61));
      expect(await stores.indexes.work('TRIAGE', 10, first)).toMatchObject([{ reference: 'NEW' }]);
    });

    it('show of a task all that a row of the queue needs, and never the token that wakes its workflow', async () => {
      const { stores, catchUp } = await open();
      const waiting = { status: 'IN_TRIAGE', flags: ['POSTCODE_OUTSIDE_SOMERSET_LIST'], triageSince: AT } as const;
      const decided = { ...task, openedAt: minutesAfter(9), decision: { ...decision, reason: 'Robin has a sister' } };
      await stores.cases.createCase(aCase('REF1', { ...waiting, flags: [...waiting.flags], task: decided }));
      catchUp();
      const rows = await stores.indexes.work('TRIAGE', 10);
      expect(rows).toMatchObject([
        {
          reference: 'REF1',
          status: 'IN_TRIAGE',
          kind: 'TRIAGE',
          taskId: 'task-1',
          due: minutesAfter(60),
          waitingSince: AT,
          round: 0,
          decidedAt: AT,
          flags: ['POSTCODE_OUTSIDE_SOMERSET_LIST'],
          referralOn: '2026-09-24',
          receivedAt: AT,
        },
      ]);
      expect(JSON.stringify(rows)).not.toMatch(/a-token|Robin|Sam Field/);
    });

    it('show of a parked case why it is parked, in which run, where it was and since when', async () => {
      const { stores, catchUp } = await open();
      await stores.cases.createCase(aCase('REF1', { next: 'LIST', run: 3, parked: { at: AT, why: 'STEP_FAILED' } }));
      catchUp();
      expect(await stores.indexes.work('PARKED', 10)).toMatchObject([
        { reference: 'REF1', why: 'STEP_FAILED', run: 3, next: 'LIST', waitingSince: AT },
      ]);
    });

    it('show of a child who waits the band, the target date and where they wait', async () => {
      const { stores, catchUp } = await open();
      const list = { ...anEntry('1#z'), band: 1 } as const;
      await stores.cases.createCase(aCase('REF1', { status: 'ON_WAITING_LIST', list }));
      catchUp();
      const place = { pathway: 'PORTAGE_GROUP', locality: 'Frome', acceptedOn: '2026-09-24', targetOn: '2027-03-24' };
      expect(await stores.indexes.list('PORTAGE_GROUP', 'Frome', 10)).toMatchObject([
        { reference: 'REF1', band: 1, suggestedBand: 2, ...place },
      ]);
    });

    it('say what was read on a day of London, in order, and nothing of the day before or after', async () => {
      const { stores, catchUp } = await open();
      const read = (reference: string, at: string) =>
        stores.access.recordReading({ reference, at, by: personActor('p1', 'Sam Field', 'triager'), what: 'RECORD' });
      await read('SECOND', '2026-09-24T22:59:59.000Z');
      await read('NEXT', '2026-09-24T23:00:00.000Z');
      await read('FIRST', '2026-09-23T23:00:00.000Z');
      await read('FIRST', '2026-09-23T23:00:00.000Z');
      catchUp();
      const rows = await stores.indexes.readingsOn('2026-09-24', 10);
      expect(rows.map(({ reference, what }) => [reference, what])).toEqual([
        ['FIRST', 'RECORD'],
        ['FIRST', 'RECORD'],
        ['SECOND', 'RECORD'],
      ]);
      expect(rows.map(({ by }) => by)).toEqual(['PERSON:p1', 'PERSON:p1', 'PERSON:p1']);
      expect(JSON.stringify(rows)).not.toContain('Sam');
    });

    it('count the decisions that took effect in a quarter of London, and say neither whose nor of which child', async () => {
      const { stores, catchUp } = await open();
      const settled = (taskId: string, at: string, against: boolean | null) =>
        stores.settled.keepSettled({ reference: 'REF1', taskId, at, outcome: 'DECLINE', against });
      await settled('late', '2026-09-30T22:59:59.000Z', null);
      await settled('next', '2026-09-30T23:00:00.000Z', true);
      await settled('early', '2026-06-30T23:00:00.000Z', true);
      catchUp();
      expect(await stores.indexes.decisionsIn('2026-Q3', 10)).toEqual([
        { outcome: 'DECLINE', against: true },
        { outcome: 'DECLINE', against: null },
      ]);
      expect(await stores.indexes.decisionsIn('2026-Q2', 10)).toEqual([]);
    });

    it('keep which letters were seen to in a month of London, and no other thing that is done', async () => {
      const { stores, catchUp } = await open();
      const todo = (kind: 'PRINT_LETTER' | 'CONFIRM_BAND', reference: string) =>
        newTodo({ reference, kind, cause: 'n1', for: PRINTERS, why: 'ENDED', openedAt: AT, due: AT });
      const asked = [todo('PRINT_LETTER', 'REF1'), todo('CONFIRM_BAND', 'REF1'), todo('PRINT_LETTER', 'REF2')];
      for (const one of asked) await stores.todos.createTodo(one);
      for (const one of asked.slice(0, 2)) {
        const done = todoDone(one, '2026-09-30T23:00:00.000Z', MACHINE);
        if (done) await stores.todos.saveTodo(done);
      }
      catchUp();
      expect(await stores.indexes.lettersIn('2026-10', 10)).toMatchObject([
        { reference: 'REF1', taskId: 'REF1-PRINT_LETTER-n1' },
      ]);
      expect(await stores.indexes.lettersIn('2026-09', 10)).toEqual([]);
      expect((await stores.indexes.work(todoQueue(PRINTERS), 10)).map(({ reference }) => reference)).toEqual(['REF2']);
    });

    it('count a decision once that is kept a hundred times at once', async () => {
      const { stores, catchUp } = await open();
      const settled = { reference: 'REF1', taskId: 'REF1-T1', at: AT, outcome: 'DECLINE', against: false };
      expect(await winnersOf(hundred.map(() => stores.settled.keepSettled(settled)))).toBe(1);
      catchUp();
      expect(await stores.indexes.decisionsIn('2026-Q3', 10)).toHaveLength(1);
    });

    it('bring a case to the sweeper until its decisions are counted', async () => {
      const { stores, catchUp } = await open();
      const toCount = [{ taskId: 'REF1-T1', at: AT, outcome: 'DECLINE', against: false }];
      await stores.cases.createCase(aCase('REF1', { outbox: [], next: 'DONE', status: 'DECLINED', toCount }));
      catchUp();
      expect(await stores.indexes.due('CASE', AT, 10)).toMatchObject([{ reference: 'REF1' }]);
    });

    it('say which stops for immediate risk there were in a month, in order', async () => {
      const { stores, catchUp } = await open();
      const stop = (id: string, at: string) =>
        stores.audit.keepStub({ id, at, caller: 'a-system', outcome: 'SAFEGUARDING_STOP', reason: 'RISK' });
      await stop('late', '2026-11-30T23:59:59.000Z');
      await stop('next', '2026-12-01T00:00:00.000Z');
      await stop('early', '2026-11-01T00:00:00.000Z');
      catchUp();
      const at = ['2026-11-01T00:00:00.000Z', '2026-11-30T23:59:59.000Z'];
      expect(await stores.indexes.stopsIn('2026-11', 10)).toMatchObject(
        at.map((one) => ({ at: one, caller: 'a-system', outcome: 'SAFEGUARDING_STOP', reason: 'RISK' })),
      );
    });
  });
}
