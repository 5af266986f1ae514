import { describe, expect, it } from 'vitest';
import { deathRecorded } from '#domain/case/death.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { staffDiedWords, tellWords, undoDeathWords } from '#web/staff/died/words.ts';
import { decidedWords } from '#web/staff/words.ts';
import { hidden } from '../browser.ts';
import { codeOf, otherReference, reference } from '../records.ts';
import { childOf, lists } from './lists-world.ts';
import { accept, taskId, triageWorld } from './world.ts';

const task = `/triage/tasks/${taskId}`;
const address = `${task}/died`;

/** A triager with the task open. */
async function opened() {
  const world = await triageWorld();
  const using = await world.signIn();
  const page = await using.get(task);
  const own = { csrf: hidden(page, 'csrf'), taskId };
  return {
    ...{ ...world, using, page, own },
    record: (fields: Readonly<Record<string, string>> = own) => using.post(address, fields),
    undo: (reason: string) => using.post(`${address}/undo`, { ...own, reason }),
    decide: () => using.post(task, { ...own, ...accept }),
    theCase: () => world.stores.cases.readCase(reference),
  };
}

describe('a triager whose task is open', () => {
  it('finds the page from the task, with one button and nothing to fill in', async () => {
    const { using, page } = await opened();
    expect(page.body).toContain(`href="${address}"`);
    const { body } = await using.get(address);
    expect(body.match(/<(input|textarea|button)[^>]*>/g)).toHaveLength(3);
    expect(body).toContain(staffDiedWords.stops);
  });

  it('records it by one press and reads who must be told', async () => {
    const { record, theCase, stores } = await opened();
    const { status, body } = await record();
    expect(status).toBe(200);
    for (const who of ['PRACTITIONER', 'REFERRER']) expect(body).toContain(tellWords.get(who) ?? '');
    expect(await theCase()).toMatchObject({ status: 'WITHDRAWN', death: { by: { kind: 'PERSON' } } });
    expect((await stores.todos.todosOf(reference)).map(({ kind }) => kind)).toEqual(['TELL_OF_DEATH', 'TELL_OF_DEATH']);
  });

  it('records of each that they were told, once', async () => {
    const { record, using, own, stores } = await opened();
    const id = hidden(await record(), 'tell');
    const told = () => using.post(`${address}/told`, { ...own, tell: id });
    expect((await told()).body).not.toContain(id);
    await told();
    const todos = await stores.todos.todosOf(reference);
    expect(todos.map(({ version, done }) => [version, done !== undefined])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it.each([
    ['of another referral', `${otherReference}-TELL_OF_DEATH-1PRACTITIONER`],
    ['that is none', 'x'],
  ])('who sends a task %s (hostile) ends nothing', async (_which, tell) => {
    const { record, using, own, stores } = await opened();
    await record();
    await using.post(`${address}/told`, { ...own, tell });
    expect((await stores.todos.todosOf(reference)).every(({ done }) => !done)).toBe(true);
  });

  it('undoes it with a reason, once, and the case is as before', async () => {
    const { record, undo, theCase, stores } = await opened();
    await record();
    const { body } = await undo('It was <another> child');
    for (const said of [staffDiedWords.undone(reference), ...staffDiedWords.undoneSays]) expect(body).toContain(said);
    expect(body).not.toContain('is open again');
    expect(await theCase()).toMatchObject({ status: 'IN_TRIAGE', next: 'TRIAGE', outbox: [{ kind: 'START', run: 2 }] });
    expect((await stores.todos.todosOf(reference)).every(({ done }) => done)).toBe(true);
    await undo('It was another child');
    expect((await theCase())?.run).toBe(2);
  });

  it('is asked for the reason of an undo when there is none (malformed)', async () => {
    const { record, undo, theCase } = await opened();
    await record();
    const { status, body } = await undo('  ');
    expect([status, body.includes(undoDeathWords.REASON_MISSING)]).toEqual([422, true]);
    expect((await theCase())?.death).toBeDefined();
  });

  it('who decides after another has recorded it decides nothing, and is told (late)', async () => {
    const { decide, stores, theCase } = await opened();
    const before = await theCase();
    const moment = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };
    const died = before && deathRecorded(before, moment, personActor('pat', 'Pat', 'Manager'));
    if (died) await stores.cases.saveCase({ ...died, version: died.version + 1 });
    const { status, body } = await decide();
    expect([status, body.includes(decidedWords.notRecorded)]).toEqual([409, true]);
    expect(body).toContain(staffDiedWords.recorded(reference));
  });

  it('is led from the task to what was recorded', async () => {
    const { record, using } = await opened();
    await record();
    expect((await using.get(task)).location).toContain(address);
  });

  it('records nothing with a forged form (hostile)', async () => {
    const { record, theCase } = await opened();
    expect((await record({ csrf: 'x', taskId })).status).toBe(403);
    expect((await theCase())?.death).toBeUndefined();
  });
});

it('who opened no link records nothing (hostile)', async () => {
  const { newBrowser, stores } = await triageWorld();
  await newBrowser().post(address, { csrf: 'x', taskId });
  expect((await stores.cases.readCase(reference))?.death).toBeUndefined();
});

it('a manager reaches it by the link of the email that a referrer caused', async () => {
  const { stores, newBrowser, putLink, lastCode, deps } = await triageWorld();
  await deps.recordDeath({ reference, by: referrerActor('referrer01@example.org') });
  const [todo] = await stores.todos.todosOf(reference);
  const mailbox = 'manager@example.org';
  const token = await putLink('of the manager', { taskId: todo?.id ?? '', to: codeOf(mailbox), mailbox });
  const using = newBrowser();
  await using.post(`/triage/l/${token}`);
  const { location } = await using.post(`/triage/l/${token}/code`, { code: lastCode() });
  expect((await using.get((await using.get(location)).location)).body).toContain(tellWords.get('PRACTITIONER'));
});

describe('a service manager, where no one is asked to do anything', () => {
  it('records it from the record, reads who must be told, and undoes it with a reason', async () => {
    const { manager, read } = await lists([{}]);
    const record = `/staff/records/${childOf(0)}`;
    expect((await manager.get(record)).body).toContain(`href="${record}/died"`);
    const csrf = hidden(await manager.get(`${record}/died`), 'csrf');
    const { body } = await manager.post(`${record}/died`, { csrf });
    expect(body).toContain(tellWords.get('REFERRER') ?? '');
    expect((await read(0)).list).toBeNull();
    expect((await manager.get(`${record}/no-email`)).headers.location?.endsWith(`${record}/died`)).toBe(true);
    await manager.post(`${record}/died/undo`, { csrf, reason: 'It was another child' });
    expect((await read(0)).list).not.toBeNull();
  });
});
