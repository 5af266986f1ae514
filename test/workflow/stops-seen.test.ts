import { expect, test } from 'vitest';
import * as z from 'zod';
import { personActor } from '#domain/people/actor.ts';
import { bodyOf } from '#test/cases.ts';
import { todoKinds } from '#web/staff/todo/kinds.ts';
import { instance } from './instance.ts';
import { reopen } from './reopen.ts';
import { caseOf, decideForGood, refer } from './road.ts';

type Instance = ReturnType<typeof instance>;
const childSchema = z.looseObject({ child: z.looseObject({}) });
const by = personActor('sam', 'Sam Field', 'Portage practitioner');
const DAY = 24 * 60;

async function stopped(one: Instance, { dob, ...parts }: { readonly dob?: string } & Record<string, unknown>) {
  one.evidence.upload('caller-1', 'e-0');
  const { child, ...rest } = childSchema.parse(bodyOf('C01', ['e-0']));
  const body = { ...rest, child: { ...child, ...(dob && { dob }) }, ...parts };
  const result = await one.submit({ caller: 'caller-1', idempotencyKey: 'the-key-of-it', body });
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  return result.reference;
}

const stops = [
  ['REDIRECTED_EY_ADVISORY', { dob: '2022-11-03' }],
  ['OUT_OF_SCOPE', { dob: '2019-11-03' }],
  ['NOT_ACCEPTED_NO_EVIDENCE', { evidence: [] }],
  ['NOT_ACCEPTED_NO_CONSENT', { consent: { parentAgreesToReferral: false, parentUnderstandsAims: true } }],
] as const;

const toSee = async (one: Instance, reference: string) =>
  (await one.todos.todosOf(reference)).filter(({ kind }) => kind === 'SEE_STOP');

test.each(stops)('%s is one thing for everyone who triages to see within five working days', async (why, patch) => {
  const one = instance();
  const reference = await stopped(one, patch);
  expect(await toSee(one, reference)).toMatchObject([{ why, for: 'ROLE:TRIAGER', due: '2026-10-01T08:00:00.000Z' }]);
  expect(todoKinds.get('SEE_STOP')?.title(reference)).toContain(reference);
});

test('what people decided is nothing to see', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'DECLINE');
  await one.drain();
  expect(await toSee(one, reference)).toEqual([]);
});

test('no email goes for a stop alone before it is overdue', async () => {
  const one = instance();
  await stopped(one, { dob: '2019-11-03' });
  const staff = () => one.mail.filter(({ to }) => /^(triage|manager)/.test(to));
  one.clock.advanceMinutes(6 * DAY);
  await one.sweep();
  expect(staff()).toEqual([]);
});

test('a stop that no one has seen is said once more to those on duty, a week apart (late)', async () => {
  const one = instance();
  const reference = await stopped(one, { dob: '2019-11-03' });
  for (let day = 0; day < 8; day += 1) {
    one.clock.advanceMinutes(DAY);
    await one.sweep();
  }
  const reminders = (await one.notices.noticesOf(reference)).filter(({ kind }) => kind === 'TEAM_TODO_REMINDER');
  expect(reminders.length).toBeGreaterThan(0);
  expect((await toSee(one, reference))[0]?.reminded).toBe(1);
});

test('a stop is seen once, with a note, and stays closed (twice)', async () => {
  const one = instance();
  const reference = await stopped(one, { dob: '2019-11-03' });
  const [todo] = await toSee(one, reference);
  if (!todo) throw new Error('There is nothing to see.');
  expect(await one.seeStop(todo, by, { note: 'Right', asks: false })).toEqual({ kind: 'DONE' });
  expect(await one.seeStop(todo, by, { note: 'Again', asks: false })).toEqual({ kind: 'ALREADY' });
  const theCase = await caseOf(one, reference);
  expect(theCase).toMatchObject({ shown: 'OUT_OF_SCOPE', stopSeen: { by } });
  expect(theCase.history.filter(({ event }) => event === 'STOP_SEEN')).toMatchObject([{ text: 'Right' }]);
});

test('who finds a stop wrong has the service manager check it again, and needs a reason for it', async () => {
  const one = instance();
  const reference = await stopped(one, { dob: '2019-11-03' });
  const [todo] = await toSee(one, reference);
  if (!todo) throw new Error('There is nothing to see.');
  expect(await one.seeStop(todo, by, { note: ' ', asks: true })).toMatchObject({ kind: 'INVALID' });
  await one.seeStop(todo, by, { note: 'The date is wrong', asks: true });
  expect((await caseOf(one, reference)).lookAgain).toMatchObject({ from: 'STAFF', words: 'The date is wrong' });
  expect((await one.todos.todosOf(reference)).find(({ kind }) => kind === 'LOOK_AGAIN')?.done).toBeUndefined();
});

test('a stop need not be seen once the referral is reopened (late)', async () => {
  const one = instance();
  const reference = await stopped(one, { dob: '2019-11-03' });
  await reopen(one, reference);
  expect((await toSee(one, reference)).map(({ done }) => done?.why)).toEqual(['REOPENED']);
});
