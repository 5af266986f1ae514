import { describe, expect, it } from 'vitest';
import { type AskedAgain, lookAgainAsked, lookAgainTodo } from '#domain/case/look-again.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { triageOutcomes } from '#web/components/record/words.ts';
import { sinceWords } from '#web/staff/record/since-words.ts';
import { answerFaultWords, answerWords } from '#web/staff/todo/look-again-words.ts';
import { hidden, wrongBoxes } from '../browser.ts';
import { reference } from '../records.ts';
import { declined } from '../referral/standings.ts';
import { triageWorld } from './world.ts';

const mailbox = 'triage-1@example.org';
const said = { words: 'She was <b>ill</b> that day', by: referrerActor('referrer01@example.org') };
const byFamily = { ...said, by: personActor('sam', 'Sam Field', 'Manager'), from: 'FAMILY' } as const;
const moment = { now: '2026-09-24T07:00:00.000Z', policyVersion: 1 };

/** A closed case that the team is asked to check again, with the TODO opened by whom it falls to. */
async function asked(request: AskedAgain = said, closed = declined) {
  const theCase = { ...(lookAgainAsked(closed, moment, request) ?? closed), version: 1 };
  const todo = { ...lookAgainTodo(reference, moment.now, defaultPolicy), for: `PERSON:${seededId(mailbox)}` };
  const world = await triageWorld({ theCase });
  await world.stores.todos.createTodo(todo);
  const using = await world.signIn(await world.putLink('link', { mailbox, taskId: todo.id }));
  const address = `/triage/tasks/${todo.id}`;
  const page = await using.get(address);
  return {
    ...{ page, using, address },
    enter: (fields: Record<string, string>) =>
      using.post(address, { csrf: hidden(page, 'csrf'), taskId: todo.id, ...fields }),
    stored: async () => world.stores.cases.readCase(reference),
    isDone: async () => (await world.stores.todos.readTodo(reference, todo.id))?.done !== undefined,
  };
}

const answer = {
  result: 'STAYS',
  words: 'By phone: the result stays',
  'on-day': '24',
  'on-month': '9',
  'on-year': '2026',
};

describe('a closed referral that the team is asked to check again', () => {
  it('shows what was decided, the words of the referrer, who to answer and the record, and does nothing by being opened', async () => {
    const { page, isDone } = await asked();
    const decided = [sinceWords.decision, triageOutcomes.DECLINE, 'As agreed'];
    for (const text of [...decided, answerWords.record, '&lt;b&gt;ill', 'referrer01@example.org', 'History'])
      expect(page.body).toContain(text);
    expect(await isDone()).toBe(false);
  });

  it('is answered once, by whom, when and how, and stays closed', async () => {
    const { enter, stored, isDone, using, address } = await asked(byFamily);
    expect((await enter(answer)).status).toBe(303);
    const theCase = await stored();
    expect(theCase).toMatchObject({ status: 'DECLINED', lookAgain: { answer: { on: '2026-09-24' } } });
    expect(theCase?.history.at(-1)).toMatchObject({
      event: 'LOOK_AGAIN_ANSWERED',
      on: '2026-09-24',
      text: answer.words,
    });
    expect([await isDone(), (await using.get(address)).body.includes('Recorded')]).toEqual([true, true]);
    expect((await enter({ ...answer, words: 'Something else' })).status).toBe(409);
    expect((await stored())?.history.filter(({ event }) => event === 'LOOK_AGAIN_ANSWERED')).toHaveLength(1);
  });

  it('can be asked for once more after an answer, by a task of its own', async () => {
    const { enter, stored } = await asked();
    await enter(answer);
    const theCase = await stored();
    const later = theCase && lookAgainAsked(theCase, { ...moment, now: '2026-10-24T07:00:00.000Z' }, said);
    expect(later?.lookAgain).toEqual({ at: '2026-10-24T07:00:00.000Z', ...said });
  });

  it.each([
    ['no answer', { ...answer, words: ' ' }, answerFaultWords.WORDS_MISSING],
    ['an answer of one letter', { ...answer, words: 'x' }, answerFaultWords.WORDS_SAY_NOTHING],
    ['no result', { ...answer, result: '' }, answerFaultWords.RESULT_MISSING],
    ['no day', { result: 'STAYS', words: answer.words }, answerFaultWords.DATE_MISSING],
    ['a day before it was asked (early)', { ...answer, 'on-day': '23' }, answerFaultWords.DATE_TOO_EARLY],
    ['a day to come', { ...answer, 'on-day': '25' }, answerFaultWords.DATE_IN_FUTURE],
    ['a day that does not exist', { ...answer, 'on-day': '31' }, 'September 2026 has 30 days'],
  ])('is not answered with %s', async (_what, fields, sentence) => {
    const { enter, isDone } = await asked(byFamily);
    const refused = await enter(fields);
    expect([refused.status, refused.body.includes(sentence)]).toEqual([422, true]);
    expect(await isDone()).toBe(false);
  });

  it('marks the part of the day that is missing, and no other', async () => {
    const { enter } = await asked(byFamily);
    expect(wrongBoxes((await enter({ ...answer, 'on-year': '' })).body)).toEqual(['on-year']);
  });

  it('asks for no day where the referrer asked: they read the answer on their page from then on', async () => {
    const { page, enter, stored } = await asked();
    expect(page.body).not.toContain('on-day');
    await enter({ result: 'STAYS', words: 'She is over 3' });
    expect((await stored())?.lookAgain?.answer).toMatchObject({
      on: '2026-09-24',
      words: 'She is over 3',
      reopens: false,
    });
  });

  it('shows what a family said, and who recorded it', async () => {
    const { page } = await asked(byFamily);
    for (const text of [answerWords.family, 'Sam Field, Manager', answerWords.toFamily])
      expect(page.body).toContain(text);
  });

  it('is reopened where that is the answer, and the triage team is asked once more', async () => {
    const { enter, stored, isDone } = await asked();
    expect((await enter({ result: 'REOPEN', words: 'We read it again' })).status).toBe(303);
    expect(await stored()).toMatchObject({ status: 'IN_TRIAGE', next: 'CHECK', outcome: null, reopened: { times: 1 } });
    expect(await isDone()).toBe(true);
  });

  it.each([
    ['withdrawn', { status: 'WITHDRAWN' }],
    ['unreadable', { status: 'NOT_ACCEPTED', outcome: 'RETURNED_INVALID' }],
  ] as const)('cannot be reopened when it was %s, and says so (hostile)', async (_what, end) => {
    const { page, enter, stored } = await asked(said, { ...declined, ...end });
    expect(page.body).toContain(answerWords.cannotReopen);
    const refused = await enter({ result: 'REOPEN', words: 'We read it again' });
    expect([refused.status, refused.body.includes(answerFaultWords.CANNOT_REOPEN)]).toEqual([422, true]);
    expect((await stored())?.status).toBe(end.status);
  });
});
