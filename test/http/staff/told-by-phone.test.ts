import { describe, expect, it } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { TOLD_AT } from '#web/staff/told/page.ts';
import { toldFaultWords, toldByPhoneWords as words } from '#web/staff/told/words.ts';
import { hidden } from '../browser.ts';
import { childOf, lists } from './lists-world.ts';

const by = personActor('pat', 'Pat', 'Service manager');
const SAID = 'The therapist saw her: she has begun to have seizures';
const typed = { what: 'CHANGED', from: 'REFERRER', words: SAID };

/** A child who waits, and the form in which staff enter what they were told. */
async function phone() {
  const world = await lists([{}]);
  const page = await world.manager.get(TOLD_AT);
  const own = { csrf: hidden(page, 'csrf'), id: hidden(page, 'id') };
  const send = (fields: Readonly<Record<string, string>> = {}) =>
    world.manager.post(TOLD_AT, { ...own, reference: childOf(0), ...typed, ...fields });
  const todos = async () =>
    (await world.stores.todos.todosOf(childOf(0))).filter(({ kind }) => kind === 'ANSWER_FAMILY');
  return { ...world, page, send, todos };
}

describe('what any professional says on the phone', () => {
  it('is work for a service manager, due within 5 working days, and moves no one on the list', async () => {
    const { send, todos, read } = await phone();
    const before = (await read(0)).list?.order;
    const done = await send();
    expect([done.status, done.body.includes(words.done(childOf(0)))]).toEqual([200, true]);
    expect(await todos()).toMatchObject([{ why: 'CHANGED', for: 'ROLE:SERVICE_MANAGER' }]);
    // The clock stands on 24 September 2026.
    expect((await todos()).map(({ due }) => due.slice(0, 10))).toEqual(['2026-10-01']);
    expect((await read(0)).familyAsks).toMatchObject([{ from: 'REFERRER', words: SAID, by: { kind: 'PERSON' } }]);
    expect((await read(0)).list?.order).toBe(before);
  });

  it('is asked once, however often the form is sent (twice)', async () => {
    const { send, todos } = await phone();
    await send();
    await send();
    expect(await todos()).toHaveLength(1);
  });

  it('comes back with what is missing, and with everything that was typed (malformed)', async () => {
    const { send, todos } = await phone();
    const half = await send({ what: '', from: '' });
    expect(half.status).toBe(422);
    for (const said of [toldFaultWords.WHAT_MISSING, toldFaultWords.FROM_MISSING, SAID])
      expect(half.body).toContain(String(said));
    const unknown = await send({ reference: childOf(7) });
    expect([unknown.status, unknown.body.includes(words.unknown), unknown.body.includes(SAID)]).toEqual([
      ...[422, true, true],
    ]);
    expect(await todos()).toEqual([]);
  });

  it('of a child who has died is not recorded (late)', async () => {
    const { send, todos, deps } = await phone();
    await deps.recordDeath({ reference: childOf(0), by });
    const late = await send();
    expect([late.status, late.body.includes(words.closed)]).toEqual([422, true]);
    expect((await todos()).filter(({ done }) => done === undefined)).toEqual([]);
  });
});
