import { describe, expect, it } from 'vitest';
import { seededId } from '#domain/people/seed.ts';
import { newTodo } from '#domain/people/todo.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { stopFaultWords, stopWords } from '#web/staff/todo/stop-words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { stopped } from '../referral/standings.ts';
import { triageWorld } from './world.ts';

const mailbox = 'triage-1@example.org';
const at = '2026-09-24T07:00:00.000Z';

/** A referral that the rules ended, with the TODO to see it opened by someone who triages. */
async function toSee(why: 'OUT_OF_SCOPE' | 'NOT_ACCEPTED_NO_CONSENT') {
  const theCase = stopped(why, why);
  const todo = newTodo({
    ...({ reference, kind: 'SEE_STOP', cause: 'STOPPED', why } as const),
    ...{ for: `PERSON:${seededId(mailbox)}`, openedAt: at, due: '2026-10-01T07:00:00.000Z' },
  });
  const world = await triageWorld({ theCase });
  await world.stores.todos.createTodo(todo);
  const using = await world.signIn(await world.putLink('link', { mailbox, taskId: todo.id }));
  const address = `/triage/tasks/${todo.id}`;
  const page = await using.get(address);
  return {
    ...{ ...world, page, using, address },
    enter: (fields: Record<string, string>) =>
      using.post(address, { csrf: hidden(page, 'csrf'), taskId: todo.id, ...fields }),
    stored: async () => world.stores.cases.readCase(reference),
    isDone: async () => (await world.stores.todos.readTodo(reference, todo.id))?.done !== undefined,
  };
}

describe('a result by computer that a person is to see', () => {
  it('is shown with the criteria and the record, and opening it says nothing', async () => {
    const { page, isDone } = await toSee('OUT_OF_SCOPE');
    for (const text of [stopWords.lead, referralExample.child.lastName]) expect(page.body).toContain(text);
    expect(await isDone()).toBe(false);
  });

  it('is seen by one press, without a note', async () => {
    const { enter, stored, isDone } = await toSee('OUT_OF_SCOPE');
    expect((await enter({ note: '' })).status).toBe(303);
    expect([await isDone(), (await stored())?.stopSeen?.by.kind]).toEqual([true, 'PERSON']);
  });

  it('shows nothing of a child whose family did not agree, and opens none of the documents (hostile)', async () => {
    const { page, using, address, readings } = await toSee('NOT_ACCEPTED_NO_CONSENT');
    expect(page.body).toContain(stopWords.withoutRecord);
    expect(page.body).not.toContain(referralExample.child.lastName);
    expect((await using.get(`${address}/evidence/0`)).status).toBe(404);
    expect(readings.map(({ what }) => what)).not.toContain('RECORD');
  });

  it('goes to the service manager with a reason, and to no one without', async () => {
    const { enter, stored, isDone } = await toSee('OUT_OF_SCOPE');
    const refused = await enter({ note: ' ', ask: '1' });
    expect([refused.status, refused.body.includes(stopFaultWords.NOTE_MISSING), await isDone()]).toEqual([
      422,
      true,
      false,
    ]);
    await enter({ note: 'The date of birth is wrong', ask: '1' });
    expect([(await stored())?.lookAgain?.from, await isDone()]).toEqual(['STAFF', true]);
  });
});
