import { expect, it } from 'vitest';
import { remindOfTodo } from '#application/todos/remind-of-todo.ts';
import type { Case } from '#domain/case/case.ts';
import { newTodo, TRIAGERS } from '#domain/people/todo.ts';
import { decision } from '#test/contract/samples.ts';
import { caseWith, referral, taskOf } from '../notices/sample.ts';
import { world } from '../notices/world.ts';

// The id of a task counts here, so its reference is a real one.
const reference = 'D6T2TR54JR5';
const task = { ...taskOf('TRIAGE'), id: `${reference}-T1` };
const settled = { ...decision, taskId: task.id, kind: 'TRIAGE' } as const;
const inTriage = caseWith({ reference, status: 'IN_TRIAGE', next: 'TRIAGE', tasks: 1, task });

/** What a meeting minuted of the first task of this case, on the morning on which it is due. */
async function minuted(theCase: Case) {
  const { stores, deps, post, clock, nextMorning } = await world(theCase);
  const dates = { receivedAt: clock.now(), referralOn: '2026-09-24' };
  await stores.referrals.putReferral({ reference, caller: 'c', keyHash: 'k', bodyHash: 'b', ...dates, body: referral });
  const times = { openedAt: '2026-09-22T10:00:00.000Z', due: '2026-09-24T08:00:00.000Z' };
  const todo = newTodo({ reference, kind: 'WRITE_UP', cause: 'T1', why: 'MINUTED', for: TRIAGERS, ...times });
  await stores.todos.createTodo(todo);
  await remindOfTodo(deps)(reference, todo.id);
  await nextMorning();
  return { todo: await stores.todos.readTodo(reference, todo.id), mails: post.sent };
}

it('stays to be written up while its task is open, and no email of its own asks for it', async () => {
  const { todo, mails } = await minuted(inTriage);
  expect([mails, todo?.done, todo?.reminded]).toEqual([[], undefined, 1]);
});

it('stays as it is while the decision can be undone, which brings its task back', async () => {
  const { todo, mails } = await minuted({ ...inTriage, task: { ...task, decision } });
  expect([mails, todo?.version, todo?.done]).toEqual([[], 1, undefined]);
});

it.each([
  ['is settled', { ...inTriage, task: null, decisions: [settled] }],
  [
    'was followed by another',
    { ...inTriage, tasks: 2, task: { ...task, id: `${reference}-T2` }, decisions: [settled] },
  ],
])('is ended by the sweeper once its task %s', async (_what, theCase) => {
  const { todo, mails } = await minuted(theCase);
  expect([mails, todo?.done]).toMatchObject([[], { by: { kind: 'MACHINE' }, why: 'DECIDED' }]);
});
