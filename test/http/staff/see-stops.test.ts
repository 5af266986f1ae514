import { describe, expect, it } from 'vitest';
import { seededId } from '#domain/people/seed.ts';
import { newTodo } from '#domain/people/todo.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { stopListWords as words } from '#web/staff/today/stop-words.ts';
import { hidden } from '../browser.ts';
import { stopped } from '../referral/standings.ts';
import { taskId, triageWorld } from './world.ts';

const at = '/staff';
const [FIRST, SECOND] = ['triage-1@example.org', 'triage-2@example.org'];

/** Referrals that the rules ended, each to be seen by one person, and the page of today of the first triager. */
async function stops(for_: readonly string[]) {
  const world = await triageWorld();
  const ids = await Promise.all(
    for_.map(async (mailbox, n) => {
      const reference = referenceFor('local', `key-of-the-stop-${n}`, 0);
      await world.stores.cases.createCase({ ...stopped('OUT_OF_SCOPE', 'AGE_PAST_RECEPTION'), reference, version: 1 });
      const todo = newTodo({
        ...({ reference, kind: 'SEE_STOP', cause: 'STOPPED', why: 'OUT_OF_SCOPE' } as const),
        ...{
          for: `PERSON:${seededId(mailbox)}`,
          openedAt: '2026-09-23T07:00:00.000Z',
          due: '2026-10-01T07:00:00.000Z',
        },
      });
      await world.stores.todos.createTodo(todo);
      return { reference, id: todo.id };
    }),
  );
  const using = await world.signIn();
  const csrf = hidden(await using.get(`/triage/tasks/${taskId}`), 'csrf');
  const record = (...marked: readonly string[]) =>
    using.post(at, { csrf, seen: '1', ...Object.fromEntries(marked.map((id) => [`stop-${id}`, 'yes'])) });
  const isDone = async (n: number) => {
    const { reference = '', id = '' } = ids[n] ?? {};
    return (await world.stores.todos.readTodo(reference, id))?.done !== undefined;
  };
  return { ...world, using, csrf, ids, record, isDone };
}

describe('results by computer on the page of today', () => {
  it('are recorded as seen together, each with its own result, and each on its own case', async () => {
    const { using, ids, record, isDone, stores } = await stops([FIRST, FIRST, FIRST]);
    const [one = { reference: '', id: '' }, other = { reference: '', id: '' }] = ids;
    expect((await using.get(at)).body).toContain(words.select);
    const seen = await record(one.id, other.id);
    expect(seen.status).toBe(200);
    for (const { reference } of [one, other]) expect(seen.body).toContain(words.done(reference));
    expect([await isDone(0), await isDone(1), await isDone(2)]).toEqual([true, true, false]);
    expect((await stores.cases.readCase(one.reference))?.stopSeen).toMatchObject({ by: { id: seededId(FIRST) } });
  });

  it('are recorded once (pressed twice)', async () => {
    const { ids, record, stores } = await stops([FIRST]);
    const [{ reference, id } = { reference: '', id: '' }] = ids;
    await record(id);
    const again = await record(id);
    expect([again.status, again.body.includes(words.already(reference))]).toEqual([409, true]);
    const events = (await stores.cases.readCase(reference))?.history.map(({ event }) => event);
    expect(events?.filter((event) => event === 'STOP_SEEN')).toHaveLength(1);
  });

  it('say that none was selected (half-finished)', async () => {
    const { record, isDone } = await stops([FIRST]);
    const answer = await record();
    expect([answer.status, answer.body.includes('href="#stops"'), await isDone(0)]).toEqual([422, true, false]);
    expect(answer.body).toContain(words.noneMarked);
  });

  it('of a colleague, and other tasks, are not recorded by this person (hostile)', async () => {
    const { ids, record, isDone } = await stops([SECOND]);
    const answer = await record(ids[0]?.id ?? '', taskId, 'x');
    expect([answer.status, answer.body.includes(words.gone), await isDone(0)]).toEqual([409, true, false]);
  });

  it('are opened from there one by one, and not by reading the list (GET never acts)', async () => {
    const { using, csrf, ids, isDone } = await stops([FIRST]);
    await using.get(at);
    expect(await isDone(0)).toBe(false);
    const [{ id } = { id: '' }] = ids;
    expect((await using.post(at, { csrf, open: id })).location).toBe(`/triage/tasks/${id}`);
  });
});
