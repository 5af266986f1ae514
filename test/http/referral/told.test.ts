import { describe, expect, it } from 'vitest';
import { tellOfEnd, todoAsked } from '#domain/notices/asked-todos.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { toldPageWords, toldWords } from '#web/referral/told/words.ts';
import { forwardWords } from '#web/referral/words.ts';
import { hidden, wrongBoxes } from '../browser.ts';
import { reference } from '../records.ts';
import { declined, inTriage, onList, stopped } from './standings.ts';
import { referrerWorld } from './world.ts';

const status = `/referral/${reference}/status`;
const told = { how: 'BY_PHONE', 'on-day': '24', 'on-month': '9', 'on-year': '2026' };

async function opened(theCase = declined, purpose: 'STATUS' | 'RESUBMIT' | 'FORWARD' = 'STATUS') {
  const world = await referrerWorld(theCase, purpose);
  const { using } = await world.visit();
  const enter = async (fields: Record<string, string>) => {
    const page = await using.get(`${status}/told`);
    return using.post(`${status}/told`, { csrf: hidden(page, 'csrf'), ...fields });
  };
  return { ...world, using, enter };
}

describe('a referral that has ended', () => {
  const ends = [
    ['declined', declined, 'STATUS'],
    ['out of scope', stopped('OUT_OF_SCOPE', 'TOO_OLD'), 'STATUS'],
    ['returned', stopped('NOT_ACCEPTED_NO_EVIDENCE', 'NO_EVIDENCE'), 'RESUBMIT'],
    ['redirected by the rules', stopped('REDIRECTED_EY_ADVISORY', 'OVER_AGE'), 'FORWARD'],
  ] as const;
  it.each(ends)('asks its referrer to tell the family, and offers words for it: %s', async (_how, theCase, purpose) => {
    const { using } = await opened(theCase, purpose);
    expect((await using.get(status)).body).toContain(toldPageWords.owed);
    const page = await using.get(`${status}/told`);
    expect([page.status, page.body.includes('with your agreement')]).toEqual([200, true]);
  });

  it('asks for no telling beside the question about another service once the family has our email', async () => {
    const redirected = stopped('REDIRECTED_EY_ADVISORY', 'OVER_AGE');
    const written = { ...redirected, wroteOfEnd: { at: redirected.updatedAt, everyone: true } };
    for (const [theCase, isAsked] of [[redirected, true] as const, [written, false] as const]) {
      const { using } = await opened(theCase, 'FORWARD');
      const { body } = await using.get(`/referral/${reference}/forward`);
      expect([body.includes(forwardWords.back), body.includes(forwardWords.backAndTell)]).toEqual([true, isAsked]);
    }
  });

  it('records when and how they told the family, and asks no more', async () => {
    const { using, enter, theCase } = await opened();
    expect((await enter(told)).location).toBe(status);
    expect((await theCase())?.told).toMatchObject([{ about: 'ENDED', how: 'BY_PHONE', on: '2026-09-24' }]);
    expect((await using.get(status)).body).not.toContain(toldPageWords.owed);
  });

  it('is one press with the day of today in it, once the way is selected', async () => {
    const { using } = await opened();
    const page = await using.get(`${status}/told`);
    for (const part of ['value="24"', 'value="9"', 'value="2026"']) expect(page.body).toContain(part);
  });

  it('does what staff were asked for in the meantime, too (late)', async () => {
    const { enter, stores, clock } = await opened();
    const todo = todoAsked(tellOfEnd, reference, clock.now(), defaultPolicy);
    await stores.todos.createTodo(todo);
    await enter(told);
    expect((await stores.todos.readTodo(reference, todo.id))?.done?.by).toMatchObject({ of: 'REFERRER' });
  });

  it.each([
    ['no month', { 'on-month': '' }, ['on-month']],
    ['a year of two digits', { 'on-year': '26' }, ['on-year']],
    ['a day that the month does not have', { 'on-day': '31' }, ['on-day']],
    ['neither a month nor a year', { 'on-month': '', 'on-year': '' }, ['on-month', 'on-year']],
    ['a day to come', { 'on-day': '25' }, ['on-day', 'on-month', 'on-year']],
  ])('marks the boxes to correct of %s', async (_what, patch, wrong) => {
    const { enter } = await opened();
    expect(wrongBoxes((await enter({ ...told, ...patch })).body)).toEqual(wrong);
  });

  it.each([
    ['nothing selected', { ...told, how: '' }, toldWords.HOW_MISSING],
    ['no day', { how: 'IN_PERSON' }, toldWords.DATE_MISSING],
    ['a day to come (early)', { ...told, 'on-day': '25' }, toldWords.DATE_IN_FUTURE],
    ['that no one tells them, which staff alone decide (hostile)', { ...told, how: 'NOT_TOLD' }, toldWords.HOW_MISSING],
  ])('records nothing with %s', async (_what, fields, sentence) => {
    const { enter, theCase } = await opened();
    const answer = await enter(fields);
    expect([answer.status, answer.body.includes(sentence)]).toEqual([422, true]);
    expect((await theCase())?.told).toBeUndefined();
  });
});

it.each([
  ['in triage', inTriage],
  ['on a list', onList()],
])('a referral that is %s asks for nothing of this, and takes nothing (early)', async (_where, theCase) => {
  const { using, enter, ...world } = await opened(theCase);
  expect((await using.get(status)).body).not.toContain(toldPageWords.owed);
  await enter(told);
  expect((await world.theCase())?.told).toBeUndefined();
});
