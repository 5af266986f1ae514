import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { newTodo, type Todo, todoDone } from '#domain/people/todo.ts';
import { todoWords } from '#web/staff/todo/words.ts';
import { reference } from '../records.ts';
import { triageWorld } from './world.ts';

const [first, second] = ['triage-1@example.org', 'triage-2@example.org'];
const asked = { reference, cause: 'n1', why: 'UNSAFE_CONTACT' } as const;
const times = { openedAt: '2026-09-24T07:00:00.000Z', due: '2026-09-28T08:00:00.000Z' };
const todoFor = (whom: string) => newTodo({ ...asked, ...times, kind: 'TELL_IN_PERSON', for: whom });
const toFirst = todoFor(`PERSON:${seededId(first)}`);

/** A referral in triage with something to do beside it, and a link of this mailbox to that. */
async function world(todo: Todo = toFirst, mailbox: string = first) {
  const made = await triageWorld();
  await made.stores.todos.createTodo(todo);
  const token = await made.putLink('a link to it', { mailbox, taskId: todo.id });
  const done = todoDone(todo, times.due, MACHINE);
  const finish = async () => done && made.stores.todos.saveTodo(done);
  return { ...made, token, finish, address: `/triage/tasks/${todo.id}` };
}

describe('a link to what people must do beside a task', () => {
  it('asks for a code as one to a task does, and says what it asks for in the reading', async () => {
    const { newBrowser, token, signIn, stores, address, deps } = await world();
    expect((await newBrowser().get(`/triage/l/${token}`)).status).toBe(200);
    const readings: unknown[] = [];
    deps.access.recordReading = async (reading) => {
      readings.push(reading);
    };
    const using = await signIn(token);
    expect(readings).toMatchObject([{ reference, what: 'SESSION_OPENED', taskId: toFirst.id }]);
    expect((await using.get(address)).status).toBe(200);
    expect(readings).toMatchObject([{}, { reference, what: 'RECORD', taskId: toFirst.id }]);
    expect(await stores.todos.readTodo(reference, toFirst.id)).toEqual(toFirst);
  });

  it('is worth nothing once it is done, and says no more than an unknown one (late)', async () => {
    const { newBrowser, token, finish } = await world();
    await finish();
    const [mine, unknown] = [token, 'A'.repeat(43)].map((each) => newBrowser().get(`/triage/l/${each}`));
    expect([(await mine)?.status, (await mine)?.body]).toEqual([404, (await unknown)?.body]);
  });

  it('is worth nothing in the hands of someone it does not fall to', async () => {
    const { newBrowser, token } = await world(toFirst, second);
    expect((await newBrowser().get(`/triage/l/${token}`)).status).toBe(404);
  });

  it('is worth nothing once it falls to someone else', async () => {
    const { newBrowser, token, stores } = await world();
    await stores.todos.saveTodo({ ...toFirst, version: 2, for: `PERSON:${seededId(second)}` });
    expect((await newBrowser().get(`/triage/l/${token}`)).status).toBe(404);
  });

  it('works for everyone in the role that it falls to', async () => {
    const { newBrowser, token } = await world(todoFor('ROLE:TRIAGER'), second);
    expect((await newBrowser().get(`/triage/l/${token}`)).status).toBe(200);
  });

  it('stays worth something when the task of the workflow is decided: neither closes the other', async () => {
    const { newBrowser, token, stores } = await world();
    const theCase = await stores.cases.readCase(reference);
    if (theCase) await stores.cases.saveCase({ ...theCase, version: theCase.version + 1, task: null });
    expect((await newBrowser().get(`/triage/l/${token}`)).status).toBe(200);
  });
});

describe('a session that has opened it', () => {
  it('is told to come back where only a later release has a page for it', async () => {
    const { token, signIn, stores } = await world({
      ...toFirst,
      id: `${reference}-ANSWER_COMPLAINT-n1`,
      kind: 'ANSWER_COMPLAINT',
    });
    const using = await signIn(token);
    expect((await using.get(`/triage/tasks/${reference}-ANSWER_COMPLAINT-n1`)).status).toBe(503);
    expect(await stores.todos.readTodo(reference, `${reference}-ANSWER_COMPLAINT-n1`)).not.toHaveProperty('done');
  });

  it('sees no record once it is done, but that it is (late)', async () => {
    const { token, signIn, finish, address } = await world();
    const using = await signIn(token);
    await finish();
    const { status, body } = await using.get(address);
    expect([status, body.includes(todoWords.done(reference)), body.includes('Poppy')]).toEqual([200, true, false]);
  });

  it('of the task alone does not see it', async () => {
    const { signIn, address } = await world();
    const using = await signIn();
    expect((await using.get(address)).status).toBe(404);
  });

  it('cannot decide the case through it', async () => {
    const { token, signIn, address, stores } = await world();
    const using = await signIn(token);
    const answer = await using.post(address, { outcome: 'DECLINE', reason: 'x', deciderName: 'S', deciderRole: 'P' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeUndefined();
  });
});
