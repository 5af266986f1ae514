import { expect, test } from 'vitest';
import { doLists } from '#application/lists/do-lists.ts';
import type { PlaceCommand } from '#application/lists/place-command.ts';
import { markOf } from '#domain/lists/mark.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { gateAnswers } from '#test/unit/domain/support/gate-sample.ts';
import { instance } from './instance.ts';
import { reopen } from './reopen.ts';
import { caseOf, decideForGood, refer } from './road.ts';

const by = personActor('manager_1', 'Sam', 'service manager');

/** A child on a list, and a manager who changes the place. */
async function waiting() {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  await one.drain();
  const { changePlace, readEntry } = doLists({ ...one, policy: defaultPolicy, now: one.clock.now });
  const change = async (typed: PlaceCommand) => {
    const entry = await readEntry(reference);
    const result = await changePlace({ ...typed, seen: entry ? markOf(entry) : '' });
    one.clock.advanceMinutes(1);
    await one.sweep();
    await one.drain();
    return result.kind;
  };
  const told = (kind: RegExp) => one.mail.filter(({ tags }) => kind.test(tags.noticeId ?? '')).length;
  const because = { reference, by, seen: '', reason: 'As the family asked' };
  return { one, reference, change, told, because };
}

test('a hold and its end are told to the family and the referrer, each once, however often the sweeper looks', async () => {
  const { one, change, told, because } = await waiting();
  expect(await change({ what: 'HOLD', ...because, on: '' })).toBe('DONE');
  await one.sweep();
  expect(told(/^(FAMILY|REFERRER)_PLACE/)).toBe(2);
  expect(await change({ what: 'END_HOLD', ...because })).toBe('DONE');
  await one.sweep();
  expect(told(/^(FAMILY|REFERRER)_PLACE/)).toBe(4);
});

test('another band is told to no one outside, nor another town', async () => {
  const { change, told, because } = await waiting();
  expect(await change({ what: 'BAND', ...because, band: '1' })).toBe('DONE');
  expect(await change({ what: 'MOVE', ...because, pathway: 'INITIAL_ASSESSMENT', locality: 'Frome' })).toBe('DONE');
  expect(told(/^(FAMILY|REFERRER)_PLACE/)).toBe(0);
});

test('who is taken off hears it, and comes back by a reopened referral with the dates from before', async () => {
  const { one, reference, change, told, because } = await waiting();
  const before = (await caseOf(one, reference)).list;
  const on = one.clock.now().slice(0, 10);
  const removal = { gate: gateAnswers, why: 'NOT_REACHED', how: 'BY_PHONE', who: 'Sam', on };
  expect(await change({ what: 'REMOVE', ...because, ...removal })).toBe('DONE');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'CLOSED', list: null, next: 'DONE', parked: null });
  expect([told(/^OUTCOME_TAKEN_OFF/), told(/^FAMILY_ENDED/)]).toEqual([1, 1]);
  expect(await change({ what: 'REMOVE', ...because, ...removal })).toBe('NOT_LISTED');
  one.clock.advanceMinutes(60 * 24 * 30);
  expect(await reopen(one, reference)).toBe('DONE');
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  await one.drain();
  const { list } = await caseOf(one, reference);
  expect(list).toMatchObject({
    acceptedOn: before?.acceptedOn,
    targetOn: before?.targetOn,
    referredAt: before?.referredAt,
  });
});
