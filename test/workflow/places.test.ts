import { expect, test } from 'vitest';
import { doLists } from '#application/lists/do-lists.ts';
import type { PlaceCommand } from '#application/lists/place-command.ts';
import { entryFaults } from '#domain/lists/balance/entry-faults.ts';
import { markOf } from '#domain/lists/mark.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { gateAnswers } from '#test/unit/domain/support/gate-sample.ts';
import { book } from './assessment-road.ts';
import { instance } from './instance.ts';
import { reopen } from './reopen.ts';
import { caseOf, decideForGood, refer } from './road.ts';
import { answer, offered } from './support/offered.ts';

const by = personActor('manager_1', 'Sam', 'service manager');

async function listedFor(one: ReturnType<typeof instance>): Promise<string> {
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  await one.drain();
  return reference;
}

/** A child on a list, and a manager who changes the place. */
async function waiting() {
  const one = instance();
  const reference = await listedFor(one);
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

test('another band is told to no one outside', async () => {
  const { change, told, because } = await waiting();
  expect(await change({ what: 'BAND', ...because, band: '1' })).toBe('DONE');
  expect(told(/^(FAMILY|REFERRER)_PLACE/)).toBe(0);
});

/** Changes a place while the clock goes on between any two looks at it, as a real one does; then what a night finds. */
async function changedAsTimeGoesOn(one: ReturnType<typeof instance>, reference: string, typed: PlaceCommand) {
  let looks = 0;
  const now = () => {
    looks += 1;
    return new Date(Date.parse(one.clock.now()) + looks).toISOString();
  };
  const { changePlace, readEntry } = doLists({ ...one, policy: defaultPolicy, now });
  const entry = await readEntry(reference);
  expect((await changePlace({ ...typed, seen: entry ? markOf(entry) : '' })).kind).toBe('DONE');
  one.clock.advanceMinutes(1);
}

/** What the night finds of the place of this child. */
async function foundOf(one: ReturnType<typeof instance>, reference: string) {
  const [theCase, support] = [await one.cases.readWholeCase(reference), await one.supports.readSupport(reference)];
  return entryFaults({ reference, theCase: theCase ?? (await caseOf(one, reference)), support });
}

/** A place that the support holds, after an offer. */
async function offeredBefore(one: ReturnType<typeof instance>): Promise<string> {
  const reference = await offered(one);
  await answer(one, reference, 'LATER');
  return reference;
}

test.each([
  ['the case', listedFor],
  ['the support', offeredBefore],
] as const)('a place of %s that was changed by hand in every way adds up in the night', async (_, listed) => {
  const one = instance();
  const reference = await listed(one);
  const because = { reference, by, seen: '', reason: 'As the family asked' };
  for (const typed of [
    { what: 'BAND', ...because, band: '1' },
    { what: 'BAND', ...because, band: '3' },
    { what: 'HOLD', ...because, on: '2027-01-05' },
    { what: 'MOVE', ...because, pathway: 'PORTAGE_GROUP', locality: 'Frome', booking: '' },
    { what: 'DATE', ...because, which: 'TARGET', on: '2027-02-01' },
    { what: 'END_HOLD', ...because },
  ] as const) {
    await changedAsTimeGoesOn(one, reference, typed);
    expect([typed.what, await foundOf(one, reference)]).toEqual([typed.what, []]);
  }
});

test.each(['DECLINED', 'ACCEPTED', 'LATER'] as const)(
  'a place that was put on hold while an offer was open adds up after the family answered %s',
  async (what) => {
    const one = instance();
    const reference = await offered(one);
    const hold = { what: 'HOLD', reference, by, seen: '', reason: 'As the family asked', on: '2027-01-05' } as const;
    await changedAsTimeGoesOn(one, reference, hold);
    await answer(one, reference, what);
    expect(await foundOf(one, reference)).toEqual([]);
  },
);

test('a band that is set at the place is asked of no one any more, also after a crash before that was noted (half-finished)', async () => {
  const { one, reference, because } = await waiting();
  const asked = async () =>
    (await one.todos.todosOf(reference)).filter(({ kind, done }) => kind === 'CONFIRM_BAND' && done === undefined)
      .length;
  const { clock, todos } = one;
  const deps = { ...one, policy: defaultPolicy, now: clock.now };
  const saveTodo = async () => {
    throw new TypeError('A crash');
  };
  const crashed = doLists({ ...deps, todos: { todosOf: todos.todosOf, saveTodo } });
  const entry = await crashed.readEntry(reference);
  const typed = { what: 'BAND', ...because, band: '1', seen: entry ? markOf(entry) : '' } as const;
  await expect(crashed.changePlace(typed)).rejects.toThrow('A crash');
  expect(await asked()).toBe(1);
  expect((await doLists(deps).changePlace(typed)).kind).toBe('SAME');
  expect(await asked()).toBe(0);
});

const frome = { what: 'MOVE', pathway: 'INITIAL_ASSESSMENT', locality: 'Frome', booking: '' } as const;
const group = { ...frome, pathway: 'PORTAGE_GROUP', locality: 'Taunton' } as const;

test.each([
  ['another town', frome],
  ['another list', group],
])('a move by hand to %s is told to the family and the referrer, each once', async (_, to) => {
  const { one, change, told, because } = await waiting();
  expect(await change({ ...because, ...to })).toBe('DONE');
  await one.sweep();
  expect([told(/^FAMILY_PLACE/), told(/^REFERRER_PLACE/)]).toEqual([1, 1]);
});

/** The same child with an initial assessment on 13 October, at home. */
async function booked() {
  const world = await waiting();
  const { one, reference } = world;
  await one.changeTeam(
    { change: 'JOIN', id: 'kim', name: 'Kim Park', mailbox: 'kim@example.org', roles: ['PRACTITIONER'] },
    by,
  );
  await book(one, reference, '2026-10-13');
  await one.sweep();
  const visit = async () => (await caseOf(one, reference)).assessment?.visit?.on;
  return { ...world, visit };
}

test.each([
  ['another list', { ...group, booking: '1' }],
  ['another town, which no one confirmed to fit', frome],
  ['another town, confirmed for a booking that was moved since (late)', { ...frome, booking: '7' }],
])('a child with an assessment that is booked is not moved to %s', async (_, to) => {
  const { one, reference, change, because, visit } = await booked();
  const before = await caseOf(one, reference);
  expect(await change({ ...because, ...to })).toBe('BOOKED');
  expect([(await caseOf(one, reference)).list, await visit()]).toEqual([before.list, '2026-10-13']);
});

test('a booked assessment that a person confirmed stays with a move to another town', async () => {
  const { one, reference, change, because, visit } = await booked();
  expect(await change({ ...because, ...frome, booking: '1' })).toBe('DONE');
  expect([(await caseOf(one, reference)).list?.locality, await visit()]).toEqual(['Frome', '2026-10-13']);
});

test('once the assessment is cancelled and the family was told, the child can move', async () => {
  const { one, reference, change, told, because } = await booked();
  await one.cancelAssessment(reference, { seen: 1, reason: 'They move house' }, by);
  expect(await change({ ...because, ...group })).toBe('DONE');
  expect([told(/^ASSESSMENT_CANCELLED/), told(/^FAMILY_PLACE/)]).toEqual([1, 1]);
});

test('a child whose family has an offer is not moved, and the offer stays open', async () => {
  const one = instance();
  const reference = await offered(one);
  const { changePlace, readEntry } = doLists({ ...one, policy: defaultPolicy, now: one.clock.now });
  const entry = await readEntry(reference);
  const seen = entry ? markOf(entry) : '';
  const typed = { ...frome, reference, by, reason: 'They move house', seen };
  expect(await changePlace(typed)).toMatchObject({ kind: 'OFFERED' });
  expect(await one.supports.readSupport(reference)).toMatchObject({ status: 'OFFERED', list: entry });
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
