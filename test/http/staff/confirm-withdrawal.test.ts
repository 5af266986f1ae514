import { describe, expect, it } from 'vitest';
import { withdrawalAsked, withdrawalTodo } from '#domain/case/ask-withdrawal.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { gateFaultWords } from '#web/components/closing-gate.ts';
import { familyFaultWords, withdrawalWords } from '#web/staff/todo/withdrawal-words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { onList } from '../referral/standings.ts';
import { gateFields } from './gate-fields.ts';
import { triageWorld } from './world.ts';

const mailbox = 'triage-1@example.org';
const said = { reason: 'They have <b>moved</b>', by: referrerActor('referrer01@example.org') };
const moment = { now: '2026-09-24T07:00:00.000Z', policyVersion: 1 };

/** A listed child whose referrer asked to withdraw, with the TODO opened by whom it falls to. */
async function asked() {
  const theCase = { ...(withdrawalAsked(onList(), moment, said) ?? onList()), version: 1 };
  const todo = withdrawalTodo(theCase, defaultPolicy);
  if (!todo) throw new Error('Nothing was asked.');
  const world = await triageWorld({ theCase });
  await world.stores.todos.createTodo({ ...todo, for: `PERSON:${seededId(mailbox)}` });
  const using = await world.signIn(await world.putLink('link', { mailbox, taskId: todo.id }));
  const address = `/triage/tasks/${todo.id}`;
  const page = await using.get(address);
  return {
    page,
    todo,
    enter: (fields: Record<string, string>) =>
      using.post(address, { csrf: hidden(page, 'csrf'), taskId: todo.id, ...fields }),
    stored: async () => world.stores.cases.readCase(reference),
    isDone: async () => (await world.stores.todos.readTodo(reference, todo.id))?.done !== undefined,
  };
}

const words = 'The mother, by phone';
const agreed = { answer: 'AGREED', words, ...gateFields };

describe('a withdrawal that a person confirms after contact', () => {
  it('shows why the referrer asked, is due in 5 working days, and does nothing by being opened', async () => {
    const { page, todo, stored, isDone } = await asked();
    for (const text of [withdrawalWords.record, '&lt;b&gt;moved']) expect(page.body).toContain(text);
    expect(todo.due.slice(0, 10)).toBe('2026-10-01');
    expect([(await stored())?.status, await isDone()]).toEqual(['ON_WAITING_LIST', false]);
  });

  it('is done by the person with the reason of the referrer once the family agreed', async () => {
    const { enter, stored, isDone } = await asked();
    expect((await enter(agreed)).status).toBe(303);
    const theCase = await stored();
    expect(theCase).toMatchObject({ status: 'WITHDRAWN', list: null, withdrawal: { reason: said.reason } });
    expect(theCase?.withdrawal?.by.kind).toBe('PERSON');
    expect(theCase?.history).toContainEqual(expect.objectContaining({ event: 'WITHDRAWAL_AGREED', text: words }));
    expect(await isDone()).toBe(true);
  });

  it('leaves the child at the same place when the family wants it, and can be asked for again', async () => {
    const { enter, stored, isDone } = await asked();
    expect((await enter({ answer: 'KEEP', words })).status).toBe(303);
    const theCase = await stored();
    expect(theCase).toMatchObject({ status: 'ON_WAITING_LIST', list: onList().list });
    expect(theCase?.history.at(-1)).toMatchObject({ event: 'WITHDRAWAL_REFUSED', text: words });
    expect(await isDone()).toBe(true);
    const later = theCase && withdrawalAsked(theCase, { ...moment, now: '2026-10-24T07:00:00.000Z' }, said);
    expect(later?.withdrawalAsked?.answer).toBeUndefined();
  });

  it('leaves the child on the list when no one could reach the family', async () => {
    const { enter, stored, isDone } = await asked();
    expect((await enter({ answer: 'NOT_REACHED', words })).status).toBe(303);
    const theCase = await stored();
    expect(theCase).toMatchObject({ status: 'ON_WAITING_LIST', list: onList().list });
    expect(theCase?.history.at(-1)).toMatchObject({ event: 'WITHDRAWAL_NOT_REACHED', text: words });
    expect(await isDone()).toBe(true);
  });

  it('is entered once: the second answer changes nothing (twice)', async () => {
    const { enter, stored } = await asked();
    await enter({ answer: 'KEEP', words });
    expect((await enter({ answer: 'AGREED', words })).status).toBeGreaterThanOrEqual(400);
    expect((await stored())?.status).toBe('ON_WAITING_LIST');
  });

  it.each([
    ['no choice', { answer: '', words }, familyFaultWords.ANSWER_MISSING],
    ['a choice that does not exist (hostile)', { answer: 'YES', words }, familyFaultWords.ANSWER_MISSING],
    ['nothing of what was done before', { answer: 'AGREED', words }, gateFaultWords.SAFEGUARDING_MISSING],
    ['no one who was spoken to', { answer: 'AGREED', words: ' ' }, familyFaultWords.WORDS_MISSING],
  ])('is not entered with %s', async (_what, fields, sentence) => {
    const { enter, stored, isDone } = await asked();
    const answer = await enter(fields);
    expect([answer.status, answer.body.includes(sentence)]).toEqual([422, true]);
    expect([(await stored())?.status, await isDone()]).toEqual(['ON_WAITING_LIST', false]);
  });
});
