import { expect, it } from 'vitest';
import { seededId } from '#domain/people/seed.ts';
import { newTodo } from '#domain/people/todo.ts';
import { aCase, anEntry } from '#test/contract/samples.ts';
import { reviewFaultWords, reviewWords } from '#web/staff/todo/review-words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { triageWorld } from './world.ts';

const mailbox = 'triage-1@example.org';
const at = '2026-09-24T07:00:00.000Z';
const told = { 'on-day': '24', 'on-month': '9', 'on-year': '2026' };

/** A child who waits, with the review of their wait opened by who is asked for it. */
async function toReview() {
  const list = anEntry('2#2027-03-24#a');
  const theCase = aCase(reference, { status: 'ON_WAITING_LIST', next: 'DONE', outbox: [], list });
  const todo = newTodo({
    ...({ reference, kind: 'REVIEW_WAIT', cause: 'LISTED', why: 'LISTED' } as const),
    ...{ for: `PERSON:${seededId(mailbox)}`, openedAt: at, due: '2026-10-08T07:00:00.000Z' },
  });
  const world = await triageWorld({ theCase });
  await world.stores.todos.createTodo(todo);
  const using = await world.signIn(await world.putLink('link', { mailbox, taskId: todo.id }));
  const address = `/triage/tasks/${todo.id}`;
  const page = await using.get(address);
  return {
    page,
    enter: (fields: Record<string, string>) =>
      using.post(address, { csrf: hidden(page, 'csrf'), taskId: todo.id, ...fields }),
    stored: async () => (await world.stores.cases.readCase(reference))?.waitReview,
  };
}

it('asks for a review of a long wait, and opening it says nothing', async () => {
  const { page, stored } = await toReview();
  expect(page.status).toBe(200);
  for (const text of [reviewWords.changes, reviewWords.offering, reviewWords.told]) expect(page.body).toContain(text);
  expect(await stored()).toBeUndefined();
});

it('keeps what was typed where something is missing, and then enters it', async () => {
  const { enter, stored } = await toReview();
  const refused = await enter({ 'changes-NEEDS': 'yes', changed: 'More words', ...told });
  expect([refused.status, await stored()]).toEqual([422, undefined]);
  for (const text of [reviewFaultWords.OFFERING_MISSING, 'More words']) expect(refused.body).toContain(text);
  expect(refused.body).toMatch(/name="changes-NEEDS"[^>]*checked/);
  expect((await enter({ changed: 'More words', 'offering-STAY_AND_PLAY': 'yes', ...told })).status).toBe(303);
  const codes = { isSame: false, changes: [], offering: ['STAY_AND_PLAY'] };
  expect(await stored()).toMatchObject({ on: '2026-09-24', by: { kind: 'PERSON' }, ...codes });
});
