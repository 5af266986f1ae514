import { expect, test } from 'vitest';
import { doLists } from '#application/lists/do-lists.ts';
import { lookAtLists } from '#application/lists/look-at-lists.ts';
import { reviewWait } from '#application/todos/review-wait.ts';
import { waitReviewed } from '#domain/case/wait-review.ts';
import { markOf } from '#domain/lists/mark.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testConfig } from '#test/http/service-config.ts';
import { gateAnswers } from '#test/unit/domain/support/gate-sample.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood, refer } from './road.ts';

const by = personActor('manager_1', 'Sam', 'service manager');

/** A child on a list since September, the look of a morning and the review of a long wait. */
async function waiting() {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  await one.drain();
  const log = { info: () => {}, error: () => {} };
  const deps = { ...one, config: testConfig, policy: defaultPolicy, now: one.clock.now, log };
  const lookOn = async (day: string) => {
    one.clock.advanceMinutes((Date.parse(`${day}T05:30:00.000Z`) - Date.parse(one.clock.now())) / 60_000);
    await lookAtLists(deps)();
    return (await one.todos.todosOf(reference)).filter(({ kind }) => kind === 'REVIEW_WAIT');
  };
  const asked = async (day: string) => {
    const [todo] = await lookOn(day);
    if (!todo) throw new Error('No review is asked for.');
    return todo;
  };
  return { one, reference, lookOn, asked, review: reviewWait(deps), lists: doLists(deps) };
}

/** Six months after the child was accepted. */
const LONG = '2027-04-01';
const found = {
  ...{ changes: ['NEEDS' as const], changed: 'More words', on: '2027-03-31' },
  ...{ offering: ['STAY_AND_PLAY' as const], offered: 'Each Tuesday' },
};

test('a long wait is to be reviewed once, however often everyone is looked at (twice)', async () => {
  const { lookOn } = await waiting();
  expect(await lookOn('2026-10-05')).toEqual([]);
  expect(await lookOn(LONG)).toMatchObject([{ for: 'ROLE:SERVICE_MANAGER' }]);
  expect(await lookOn('2027-04-02')).toHaveLength(1);
});

test('what was found stands in the history, and the place stays as it was (twice)', async () => {
  const { one, reference, asked, review, lookOn } = await waiting();
  const todo = await asked(LONG);
  const before = await caseOf(one, reference);
  expect(await review(todo, by, found)).toEqual({ kind: 'DONE' });
  expect(await review(todo, by, found)).toEqual({ kind: 'ALREADY' });
  const { history, list, waitReview } = await caseOf(one, reference);
  const codes = { isSame: false, changes: ['NEEDS'], offering: ['STAY_AND_PLAY'] };
  const reviewed = { by, on: found.on, ...codes, text: `${found.changed}\n${found.offered}` };
  expect(history.filter(({ event }) => event === 'WAIT_REVIEWED')).toMatchObject([reviewed]);
  expect([list, waitReview?.by]).toEqual([{ ...before.list, reviewed: { on: found.on, ...codes } }, by]);
  expect((await lookOn('2027-04-02')).map(({ done }) => done?.by)).toEqual([by]);
});

test('where nothing changed, only what is offered and when the family was told is asked', async () => {
  const { one, reference, asked, review } = await waiting();
  await review(await asked(LONG), by, { ...found, changes: [], changed: '' });
  const { history } = await caseOf(one, reference);
  expect(history.at(-1)).toMatchObject({ event: 'WAIT_REVIEWED', isSame: true, text: found.offered });
});

test.each([
  ['nothing offered', { offering: [] }, 'OFFERING_MISSING'],
  ['no date', { on: '' }, 'DATE_MISSING'],
  ['a date that does not exist', { on: '2027-02-30' }, 'DATE_UNREAL'],
  ['a date to come', { on: '2028-01-01' }, 'DATE_IN_FUTURE'],
  ['a date before the referral', { on: '2020-01-01' }, 'DATE_TOO_EARLY'],
])('%s is said, and nothing is entered (malformed)', async (_, changes, code) => {
  const { one, reference, asked, review } = await waiting();
  const result = await review(await asked(LONG), by, { ...found, ...changes });
  expect(result).toMatchObject({ kind: 'INVALID', problems: [{ code }] });
  expect((await caseOf(one, reference)).waitReview).toBeUndefined();
});

test('no one reviews the wait of a child who has left the list (late)', async () => {
  const { one, reference, asked, lists, lookOn } = await waiting();
  await asked(LONG);
  const entry = await lists.readEntry(reference);
  const removal = { gate: gateAnswers, why: 'NOT_REACHED', how: 'BY_PHONE', who: 'Sam', on: LONG };
  const seen = entry ? markOf(entry) : '';
  await lists.changePlace({ what: 'REMOVE', reference, by, seen, reason: 'No answer', ...removal });
  one.clock.advanceMinutes(30 * 24 * 60);
  await one.sweep();
  expect((await lookOn('2027-05-10')).map(({ done }) => done?.why)).toEqual(['NOT_LISTED']);
});

test('the sums of a list know a review that was cut off before the place had it, from the next look on (half-finished)', async () => {
  const { one, reference, asked, lookOn } = await waiting();
  const todo = await asked(LONG);
  const moment = { now: one.clock.now(), policyVersion: 1 };
  const done = waitReviewed(await caseOf(one, reference), moment, { ...found, by, todo: todo.id });
  if (done) await one.cases.saveCase({ ...done, version: done.version + 1 });
  const [row] = await one.indexes.list('INITIAL_ASSESSMENT', 'Taunton', 1);
  expect(row?.more?.reviewedOn).toBeUndefined();
  await lookOn('2027-04-02');
  const [later] = await one.indexes.list('INITIAL_ASSESSMENT', 'Taunton', 1);
  expect(later?.more).toMatchObject({ reviewedOn: found.on, reviewOffers: ['STAY_AND_PLAY'] });
});
