import { describe, expect, test } from 'vitest';
import { doLists } from '#application/lists/do-lists.ts';
import { markOf } from '#domain/lists/mark.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { takenOff } from '#domain/support/end.ts';
import { supportStates as states } from '#test/kit/words/support-states.ts';
import { instance } from '../instance.ts';
import { caseOf, letRetriesRun, statesOf, waitInVain } from '../road.ts';
import { answer, manager, OFFER, offered, slot, supportOf, waitUntil } from './offered.ts';

describe('a child who is offered a slot', () => {
  test('is handed from the case to a support of their own, whose workflow waits for the family', async () => {
    const one = instance();
    const reference = await offered(one);

    expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_SUPPORT', list: null, next: 'DONE' });
    expect(await supportOf(one, reference)).toMatchObject({
      ...{ status: 'OFFERED', next: 'OFFER', run: 1 },
      list: { pathway: 'PORTAGE_GROUP', offered: OFFER },
      task: { kind: 'OFFER', id: OFFER },
    });
    expect(statesOf(one, `${reference}-support-1`)).toEqual([states.follow, states.decide, states.family]);
    expect((await one.slots.readSlot(slot.id))?.claim).toMatchObject({ offer: OFFER, reference });
  });

  test('accepts: everyone is told, and the workflow waits for support to begin, then ends', async () => {
    const one = instance();
    const reference = await offered(one);
    await answer(one, reference, 'ACCEPTED');

    expect(await supportOf(one, reference)).toMatchObject({
      status: 'ACCEPTED',
      next: 'BEGIN',
      task: { kind: 'BEGIN' },
    });
    await one.recordStart(reference, manager, { on: '2026-09-24' });
    await one.sweep();
    expect(await supportOf(one, reference)).toMatchObject({
      ...{ status: 'STARTED', next: 'DONE', list: null },
      started: { on: '2026-09-24', pathway: 'PORTAGE_GROUP' },
    });
    const road = statesOf(one, `${reference}-support-1`);
    expect(road.slice(2)).toEqual([
      states.family,
      states.decide,
      states.tell,
      states.decide,
      states.begin,
      states.decide,
      states.done,
    ]);
  });

  test.each(['LATER', 'DECLINED'] as const)(
    'answers %s: keeps the place, and the slot is free for another',
    async (what) => {
      const one = instance();
      const reference = await offered(one);
      await answer(one, reference, what);

      const { status, next, list, events } = await supportOf(one, reference);
      expect([status, next, list?.offered]).toEqual(['WAITING', 'DONE', undefined]);
      expect(list?.hold === undefined).toBe(what !== 'LATER');
      expect(events).not.toContain('LIST_LEFT');
      expect((await one.slots.readSlot(slot.id))?.claim).toBeUndefined();
      expect(statesOf(one, `${reference}-support-1`).at(-1)).toBe(states.done);
    },
  );

  test('asks to be called: the offer stays open without a deadline until they answer to someone', async () => {
    const one = instance();
    const reference = await offered(one);
    await answer(one, reference, 'CALL_ME');
    for (let day = 0; day < 30; day += 1) await waitInVain(one);

    expect(await supportOf(one, reference)).toMatchObject({ status: 'OFFERED', next: 'OFFER' });
    expect((await one.slots.readSlot(slot.id))?.claim).toMatchObject({ offer: OFFER });
    await answer(one, reference, 'ACCEPTED', 'STAFF');
    expect(await supportOf(one, reference)).toMatchObject({ status: 'ACCEPTED', next: 'BEGIN' });
  });

  test('does not answer: is reminded, then the slot goes on, the child keeps the place and is rung', async () => {
    const one = instance();
    const reference = await offered(one);
    await waitUntil(one, reference, 'OFFER_REMINDED');
    expect((await supportOf(one, reference)).offers[0]?.answer).toBeUndefined();
    await waitUntil(one, reference, 'OFFER_TOLD');

    const { status, next, list, toRing, offers } = await supportOf(one, reference);
    expect([status, next, list?.offered, toRing?.why]).toEqual(['WAITING', 'DONE', undefined, 'NO_ANSWER']);
    expect(offers[0]?.answer).toMatchObject({ what: 'NO_ANSWER', by: { kind: 'MACHINE' } });
    expect((await one.slots.readSlot(slot.id))?.claim).toBeUndefined();
    const todos = await one.todos.todosOf(reference);
    expect(todos.map(({ kind, why }) => [kind, why])).toContainEqual(['RING_FAMILY', 'NO_ANSWER']);
  });

  test('has the place put on hold while the support holds it: the family and the referrer hear it once', async () => {
    const one = instance();
    const reference = await offered(one);
    await answer(one, reference, 'DECLINED');
    const { changePlace, readEntry } = doLists({ ...one, policy: defaultPolicy, now: one.clock.now });
    const entry = await readEntry(reference);
    const seen = entry ? markOf(entry) : '';
    await changePlace({ what: 'HOLD', reference, by: manager, seen, reason: 'As they asked', on: '' });
    one.clock.advanceMinutes(1);
    await one.sweep();
    await one.sweep();
    await one.drain();

    const told = one.mail.filter(({ tags }) => /^(FAMILY|REFERRER)_PLACE/.test(tags.noticeId ?? ''));
    expect(told).toHaveLength(2);
    expect((await supportOf(one, reference)).list?.changed?.toTell).toBeUndefined();
  });

  test('is taken off the lists, and a crash before the case is closed is finished by the sweeper', async () => {
    const one = instance();
    const reference = await offered(one);
    await answer(one, reference, 'LATER');
    const { events: _events, ...before } = await supportOf(one, reference);
    const moment = { now: one.clock.now(), policyVersion: 1 };
    await one.supports.saveSupport({ ...takenOff(before, moment, []), version: before.version + 1 });
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_SUPPORT' });

    await one.sweep();
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'CLOSED', outcome: 'TAKEN_OFF_LIST' });
    expect((await supportOf(one, reference)).toClose).toBeUndefined();
  });

  test('waits long for support to begin: a fresh execution takes over before 300 days', async () => {
    const one = instance();
    const reference = await offered(one);
    await answer(one, reference, 'ACCEPTED');
    await waitInVain(one);
    await one.sweep();

    expect(Date.parse(one.clock.now()) - Date.parse('2026-09-24T08:00:00.000Z')).toBeLessThan(300 * 86_400_000);
    expect(statesOf(one, `${reference}-support-1`).at(-1)).toBe(states.fresh);
    expect(statesOf(one, `${reference}-support-2`).at(-1)).toBe(states.begin);
    expect(await supportOf(one, reference)).toMatchObject({ run: 2, next: 'BEGIN', parked: null });
  });

  test('is parked by a fault, and goes on once an operator restarts it', async () => {
    let isBroken = true;
    const one = instance({
      fault: (name) => (name === 'tell-of-offer' && isBroken ? new TypeError('broken') : undefined),
    });
    const reference = await offered(one);
    await answer(one, reference, 'DECLINED');
    await letRetriesRun(one);
    expect(await supportOf(one, reference)).toMatchObject({ parked: { why: 'TypeError' } });

    isBroken = false;
    expect(await one.restart({ reference, by: 'Olive', machine: 'support' })).toEqual({ restarted: true, run: 2 });
    await one.sweep();
    expect(await supportOf(one, reference)).toMatchObject({ parked: null, next: 'DONE', status: 'WAITING' });
  });
});
