import { expect, test } from 'vitest';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { workedCases } from '#test/cases.ts';
import { deciderId } from '#test/http/records.ts';
import { against } from '#test/kit/together.ts';
import { states } from '#test/kit/words/states.ts';
import { instance } from './instance.ts';
import { caseOf, decide, decideForGood, refer, statesOf } from './road.ts';

const at = (on: string) => ({ at: `${on}T09:00:00.000Z` });

test('a referral goes from acceptance to the waiting list in at most eight transitions', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  expect(await caseOf(one, reference)).toMatchObject({
    shown: 'IN_TRIAGE',
    outcome: null,
    reasons: ['DELAY_MET_IN_6_AREAS'],
  });
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  expect(await caseOf(one, reference)).toMatchObject({
    shown: 'ON_WAITING_LIST',
    outcome: 'ACCEPT_INITIAL_ASSESSMENT',
    next: 'DONE',
    outbox: [],
    list: { pathway: 'INITIAL_ASSESSMENT', locality: 'Taunton', acceptedOn: '2026-09-24', targetOn: '2027-03-24' },
  });
  expect(statesOf(one, `${reference}-intake-1`)).toEqual([
    states.validate,
    states.check,
    states.decide,
    states.triage,
    states.decide,
    states.list,
    states.tell,
  ]);
  expect(one.engine.executions()).toMatchObject([{ name: `${reference}-intake-1`, status: 'SUCCEEDED' }]);
});

const stopped = workedCases.filter(({ id }) => ['C03', 'C08', 'C15', 'C28'].includes(id));
const statuses: Record<string, string> = {
  REDIRECTED_EY_ADVISORY: 'REDIRECTED',
  NOT_ACCEPTED_NO_EVIDENCE: 'NOT_ACCEPTED',
  NOT_ACCEPTED_NO_CONSENT: 'NOT_ACCEPTED',
};

test.each(stopped)('$id is stopped by the rules and its people are told', async ({ id, referralDate, expected }) => {
  const one = instance(at(referralDate));
  const reference = await refer(one, id);
  expect(await caseOf(one, reference)).toMatchObject({
    shown: statuses[expected.outcome],
    outcome: expected.outcome,
    reasons: expected.reasons,
    next: 'DONE',
  });
  expect(statesOf(one, `${reference}-intake-1`).at(-1)).toBe(states.tell);
});

const triaged = workedCases.filter(({ expected, id }) => expected.outcome === 'TRIAGE' && id !== 'C01');

test.each(triaged)('$id reaches people with its reasons', async ({ id, referralDate, expected }) => {
  const one = instance(at(referralDate));
  const reference = await refer(one, id);
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', outcome: null, reasons: expected.reasons });
});

test.each([
  ['INVITE_GROUP', 'PORTAGE_GROUP'],
  ['INVITE_LITTLE_TREASURES', 'LITTLE_TREASURES'],
])('%s puts the child on the list of %s', async (outcome, pathway) => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, outcome);
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'ON_WAITING_LIST', outcome, list: { pathway } });
  expect(await one.indexes.list(pathway, 'Taunton', 10)).toMatchObject([{ reference }]);
});

test.each([
  ['DECLINE', 'DECLINED'],
  ['REDIRECT', 'REDIRECTED'],
])('%s ends a referral as %s', async (outcome, shown) => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, outcome);
  expect(await caseOf(one, reference)).toMatchObject({ shown, outcome, next: 'DONE', list: null });
});

test('deferring to the next meeting opens a new task and keeps the workflow', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  const before = await caseOf(one, reference);
  await decideForGood(one, reference, 'DEFER_TO_MEETING');
  const after = await caseOf(one, reference);
  expect(after).toMatchObject({ shown: 'IN_TRIAGE', run: 1, task: { kind: 'TRIAGE' } });
  expect(after.task?.id).not.toBe(before.task?.id);
  const late = {
    person: deciderId,
    outcome: 'DECLINE',
    reason: 'Too late',
    deciderName: 'Robin Hill',
    deciderRole: 'Practitioner',
    ...against,
  };
  expect(await one.decide({ reference, taskId: before.task?.id ?? 'none', ...late })).toMatchObject({
    kind: 'ALREADY',
    decision: { outcome: 'DEFER_TO_MEETING' },
  });
});

test('a request for information waits for the referrer and comes back to triage with the answer', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'REQUEST_INFORMATION');
  const asked = await caseOf(one, reference);
  expect(asked).toMatchObject({ shown: 'AWAITING_REFERRER', ask: { question: '' } });
  const taskId = asked.task?.id ?? 'none';
  expect(await one.answer({ reference, taskId, by: referrerActor(), text: 'Since spring', evidence: [] })).toEqual({
    kind: 'ANSWERED',
  });
  await one.sweep();
  const after = await caseOf(one, reference);
  expect(after).toMatchObject({
    shown: 'IN_TRIAGE',
    outcome: null,
    task: { kind: 'TRIAGE' },
    answers: [{ text: 'Since spring' }],
  });
  expect(await one.answer({ reference, taskId, by: referrerActor(), text: 'Again', evidence: [] })).toEqual({
    kind: 'CLOSED',
  });
});

test('an undone decision never reaches the workflow', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decide(one, reference, 'DECLINE');
  one.clock.advanceMinutes(4);
  const { task } = await caseOf(one, reference);
  expect(
    await one.undo({ reference, taskId: task?.id ?? 'none', by: personActor(deciderId, 'Sam Field', 'triager') }),
  ).toEqual({ kind: 'UNDONE' });
  one.clock.advanceMinutes(5);
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', outcome: null });
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  expect((await caseOf(one, reference)).shown).toBe('ON_WAITING_LIST');
});

test('undoing after the window is told what stands (late)', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decide(one, reference, 'DECLINE');
  const { task } = await caseOf(one, reference);
  one.clock.advanceMinutes(5);
  expect(
    await one.undo({ reference, taskId: task?.id ?? 'none', by: personActor(deciderId, 'Sam Field', 'triager') }),
  ).toMatchObject({
    kind: 'TOO_LATE',
    decision: { outcome: 'DECLINE' },
  });
});

test('of 50 decisions at once one is recorded and the others are told which (twice)', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) => decide(one, reference, i % 2 ? 'DECLINE' : 'INVITE_GROUP')),
  );
  expect(results.filter(({ kind }) => kind === 'RECORDED')).toHaveLength(1);
  const others = results.flatMap((result) => (result.kind === 'ALREADY' ? [result.decision] : []));
  expect(others).toHaveLength(49);
  expect(new Set(others.map(({ outcome }) => outcome)).size).toBe(1);
});

test('a second referral of the same child is held for a person, who can let it go on', async () => {
  const one = instance(at('2026-10-02'));
  const first = await refer(one, 'C01');
  const second = await refer(one, 'C24');
  expect(await caseOf(one, second)).toMatchObject({
    shown: 'HELD_AS_DUPLICATE',
    outcome: 'POSSIBLE_DUPLICATE',
    reasons: ['SAME_NHS_NUMBER_AND_DOB'],
    duplicateOf: first,
  });
  await decideForGood(one, second, 'NOT_A_DUPLICATE');
  expect(await caseOf(one, second)).toMatchObject({ shown: 'IN_TRIAGE', outcome: null, duplicateCleared: true });
});

test('a confirmed duplicate is closed and the first referral is untouched', async () => {
  const one = instance(at('2026-10-02'));
  const first = await refer(one, 'C01');
  const second = await refer(one, 'C24');
  await decideForGood(one, second, 'CONFIRMED_DUPLICATE');
  expect(await caseOf(one, second)).toMatchObject({
    shown: 'NOT_ACCEPTED',
    outcome: 'POSSIBLE_DUPLICATE',
    next: 'DONE',
  });
  expect((await caseOf(one, first)).shown).toBe('IN_TRIAGE');
});

test('a child whose first referral was closed may be referred again', async () => {
  const one = instance(at('2026-10-02'));
  const first = await refer(one, 'C01');
  await decideForGood(one, first, 'DECLINE');
  expect((await caseOf(one, await refer(one, 'C24'))).shown).toBe('IN_TRIAGE');
});
