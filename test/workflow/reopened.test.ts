import { expect, test } from 'vitest';
import * as z from 'zod';
import { personActor } from '#domain/people/actor.ts';
import { bodyOf } from '#test/cases.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { instance } from './instance.ts';
import { checkAgain, reopen } from './reopen.ts';
import { caseOf, decideForGood, refer } from './road.ts';

type Instance = ReturnType<typeof instance>;
const childSchema = z.looseObject({ child: z.looseObject({}) });

/** C01 with another date of birth, or with parts replaced. */
async function sent(one: Instance, patch: { readonly dob?: string } & Record<string, unknown>, key = 'sent') {
  one.evidence.upload('caller-1', `${key}-0`);
  const { dob, ...parts } = patch;
  const { child, ...rest } = childSchema.parse(bodyOf('C01', [`${key}-0`]));
  const body = { ...rest, child: { ...child, ...(dob && { dob }) }, ...parts };
  const result = await one.submit({ caller: 'caller-1', idempotencyKey: `the-key-${key}`, body });
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  return result.reference;
}

const withoutDocument = { evidence: [] };
const notAgreed = { consent: { parentAgreesToReferral: false, parentUnderstandsAims: true } };

async function decided(one: Instance, outcome: 'DECLINE' | 'REDIRECT') {
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, outcome);
  await one.drain();
  return reference;
}

const ends: readonly [string, (one: Instance) => Promise<string>][] = [
  ['over the age for Portage', (one) => sent(one, { dob: '2022-11-03' })],
  ['past Reception', (one) => sent(one, { dob: '2019-11-03' })],
  ['without a document', (one) => sent(one, withoutDocument)],
  ['without agreement', (one) => sent(one, notAgreed)],
  ['declined', (one) => decided(one, 'DECLINE')],
  ['redirected', (one) => decided(one, 'REDIRECT')],
];

test.each(ends)('a referral that ended %s is reopened, and the team decides on it', async (_how, end) => {
  const one = instance();
  const reference = await end(one);
  expect(await reopen(one, reference)).toBe('DONE');
  const open = await caseOf(one, reference);
  expect(open).toMatchObject({ shown: 'IN_TRIAGE', outcome: null, parked: null, task: { kind: 'TRIAGE' } });
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  await one.drain();
  expect((await caseOf(one, reference)).shown).toBe('ON_WAITING_LIST');
});

test.each(ends)('a referral that ended %s ends once more, and its referrer hears of both', async (_how, end) => {
  const one = instance();
  const reference = await end(one);
  const before = one.mail.filter(({ tags }) => /^(OUTCOME|NOT_ACC|REDIR|OUT_OF)/.test(tags.noticeId ?? '')).length;
  await reopen(one, reference);
  await decideForGood(one, reference, 'DECLINE');
  await one.drain();
  expect((await caseOf(one, reference)).shown).toBe('DECLINED');
  const after = one.mail.filter(({ tags }) => /^(OUTCOME|NOT_ACC|REDIR|OUT_OF)/.test(tags.noticeId ?? '')).length;
  expect(after).toBeGreaterThan(before);
});

test('the referrer of a reopened referral is told, and so is a family that knew of its end', async () => {
  const one = instance();
  const reference = await decided(one, 'DECLINE');
  await reopen(one, reference);
  const kinds = (await one.notices.noticesOf(reference)).map(({ kind }) => kind);
  expect(kinds).toContain('CHECKED_AGAIN');
  expect(kinds).toContain('FAMILY_REOPENED');
  expect(one.mail.some(({ subject }) => subject === `Referral ${reference}: ${subjects.reopened}`)).toBe(true);
});

test('a family without email that knew of its end gets a letter, and one without an address is told in person', async () => {
  for (const [parent, asked] of [
    [{ name: 'A. Mother', address: '1 Example Road' }, 'PRINT_LETTER'],
    [{ name: 'A. Mother', phone: '01632 960001' }, 'TELL_IN_PERSON'],
  ] as const) {
    const one = instance();
    const reference = await sent(one, { family: { parents: [parent] } });
    await decideForGood(one, reference, 'DECLINE');
    await one.drain();
    one.clock.advanceMinutes(21 * 24 * 60);
    await one.sweep();
    const telling = (await one.todos.todosOf(reference)).filter(({ kind }) => kind === 'TELL_IN_PERSON');
    const told = { how: 'BY_PHONE', on: '2026-10-14', words: 'Kim Manager' };
    for (const todo of telling) await one.tellInPerson(todo, personActor('kim', 'Kim Manager', 'Manager'), told);
    expect(await checkAgain(one, reference, 'REOPEN', 'REFERRER')).toBe('DONE');
    const todos = (await one.todos.todosOf(reference)).filter(({ why }) => why === 'REOPENED');
    expect(todos.map(({ kind, done }) => [kind, done])).toEqual([[asked, undefined]]);
  }
});

test('a referral whose result stays is closed as before, and the family is answered by our team alone', async () => {
  const one = instance();
  const reference = await decided(one, 'DECLINE');
  expect(await checkAgain(one, reference, 'STAYS')).toBe('DONE');
  await one.sweep();
  expect((await caseOf(one, reference)).shown).toBe('DECLINED');
  expect((await one.notices.noticesOf(reference)).map(({ kind }) => kind)).not.toContain('CHECKED_AGAIN');
});

test('the task to tell the family of an end is over once the referral is reopened (late)', async () => {
  const one = instance();
  const family = { parents: [{ name: 'A. Mother', phone: '01632 960001' }] };
  const reference = await sent(one, { ...withoutDocument, family });
  one.clock.advanceMinutes(21 * 24 * 60);
  await one.sweep();
  await reopen(one, reference);
  const telling = (await one.todos.todosOf(reference)).filter(({ kind }) => kind === 'TELL_IN_PERSON');
  expect(telling.map(({ done }) => done?.why)).toEqual(['REOPENED']);
});

test('a referral is held beside the one that came since for the same child, and goes on once they are found to be two', async () => {
  const one = instance();
  const first = await sent(one, { dob: '2024-09-10' }, 'first');
  await decideForGood(one, first, 'DECLINE');
  await one.drain();
  const second = await sent(one, { dob: '2024-09-10' }, 'second');
  expect((await caseOf(one, second)).shown).toBe('IN_TRIAGE');
  await reopen(one, first);
  expect(await caseOf(one, first)).toMatchObject({ shown: 'HELD_AS_DUPLICATE', duplicateOf: second });
  await decideForGood(one, first, 'NOT_A_DUPLICATE');
  await one.drain();
  expect((await caseOf(one, first)).shown).toBe('IN_TRIAGE');
});

test('who presses twice reopens it once (twice)', async () => {
  const one = instance();
  const reference = await decided(one, 'DECLINE');
  await reopen(one, reference);
  expect(await checkAgain(one, reference, 'REOPEN')).toBe('NOT_OFFERED');
  expect((await caseOf(one, reference)).reopened?.times).toBe(1);
});
