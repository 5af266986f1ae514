import { expect, it } from 'vitest';
import { lookAgainAnswered, lookAgainTodoId } from '#domain/case/look-again.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { reference } from '#test/http/records.ts';
import { declined } from '#test/http/referral/standings.ts';
import { digestLines } from '#test/kit/words/emails.ts';
import { forReferrer, mine } from './for-referrer.ts';

const ours = { ...mine, reason: 'She was ill that day' };

it('two who ask at the same moment are asked for once, and the other task is called off (race)', async () => {
  const { actBeaten, askToLookAgain, clock, stores, theCase } = await forReferrer(declined);
  const second = actBeaten(async () => {
    clock.advanceMinutes(1);
    expect(await askToLookAgain({ ...ours, reason: 'There is a new report' })).toEqual({ kind: 'ASKED' });
  });
  expect(await second.askToLookAgain(ours)).toEqual({ kind: 'ALREADY' });
  const todos = await stores.todos.todosOf(reference);
  expect(todos.filter(({ done }) => !done).map(({ id }) => id)).toEqual([lookAgainTodoId(await theCase())]);
  expect(todos.flatMap(({ done }) => done?.why ?? [])).toEqual(['NOT_ASKED']);
});

it('what was cut off before the email has its task all the same, and the same form sends the email', async () => {
  const { actCutOff, askToLookAgain, stores, mails, nextMorning } = await forReferrer(declined);
  await expect(actCutOff().askToLookAgain(ours)).rejects.toThrow('cut off');
  expect(await stores.todos.todosOf(reference)).toHaveLength(1);
  await nextMorning();
  expect(mails()).toEqual([]);
  expect(await askToLookAgain(ours)).toEqual({ kind: 'ASKED' });
  await nextMorning();
  expect(mails().join()).toContain(`${reference}: ${digestLines.lookAgain}`);
});

it('someone whose referral it is not asks for nothing (hostile)', async () => {
  const { askToLookAgain, stores } = await forReferrer(declined);
  expect(await askToLookAgain({ ...ours, by: 'other@example.org' })).toEqual({ kind: 'NOT_YOURS' });
  expect(await stores.todos.todosOf(reference)).toEqual([]);
});

it('an email that was put off is given up once it was answered', async () => {
  const { askToLookAgain, theCase } = await forReferrer(declined);
  await askToLookAgain(ours);
  const [open, { isOver }] = [await theCase(), noticeTable.TEAM_LOOK_AGAIN];
  const taskId = lookAgainTodoId(open);
  const { by } = ours;
  const words = { words: 'The result stays', on: '2026-09-24', by: referrerActor(by), todo: taskId ?? '' };
  const answered = lookAgainAnswered(open, { now: '2026-09-24T09:00:00.000Z', policyVersion: 1 }, words);
  expect([isOver({ taskId }, open), answered && isOver({ taskId }, answered)]).toEqual([false, true]);
});
