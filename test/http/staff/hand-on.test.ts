import { describe, expect, it } from 'vitest';
import { taskClaimed } from '#domain/case/claim-task.ts';
import { taskOpened } from '#domain/case/task.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import { MANAGERS, newTodo, TRIAGERS } from '#domain/people/todo.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { handOnWords } from '#web/staff/hand-on/words.ts';
import { todoTitleOf } from '#web/staff/todo/kinds.ts';
import { hidden } from '../browser.ts';
import { codeOf } from '../records.ts';
import { FIRST, nth, queue } from './queue-world.ts';

const SECOND = 'triage-2@example.org';
const MANAGER = 'manager@example.org';
const at = '/staff/triage/hand-on';

/** Three tasks claimed by the first triager beside one of no one, and a manager signed in. */
async function absent() {
  const world = await queue([{}, {}, {}]);
  const team = await world.deps.readTeam();
  const of = (mailbox: string) => team.people.find((person) => person.mailbox === mailbox);
  const [first, second] = [of(FIRST), of(SECOND)];
  if (!first || !second) throw new Error('The configuration names no triagers.');
  const moment = { now: world.clock.now(), policyVersion: 1 };
  const references = [0, 1, 2].map(nth);
  for (const reference of references) {
    const theCase = await world.stores.cases.readCase(reference);
    const claimed = theCase && taskClaimed(theCase, moment, `${reference}-T1`, actorOf(first));
    if (claimed) await world.stores.cases.saveCase({ ...claimed, version: claimed.version + 1 });
  }
  const using = await world.enter(MANAGER);
  const press = async (fields: Record<string, string>) => {
    const page = await using.get(at, { from: first.id });
    return using.post(at, { ...formOf(page), from: first.id, to: second.id, ...fields });
  };
  const taskOf = async (reference: string) => (await world.stores.cases.readCase(reference))?.task;
  const mails = () => world.mailer.sent.filter(({ to, subject }) => to === SECOND && subject.includes('colleague'));
  return { ...world, using, first, second, references, press, taskOf, mails, moment };
}

const formOf = (page: Parameters<typeof hidden>[0]) => ({ csrf: hidden(page, 'csrf'), batch: hidden(page, 'batch') });

describe('handing over the work of a colleague who is away', () => {
  it('takes two presses: whose, and to whom; all that they claimed is then the other’s, told in one email', async () => {
    const { using, first, references, press, taskOf, mails } = await absent();
    expect((await using.get(at)).body).toContain(`value="${first.id}"`);
    const page = await using.get(at, { from: first.id });
    for (const reference of references) expect(page.body).toContain(reference);
    const done = await press({});
    expect([done.status, done.body.includes(handOnWords.doneSays(3))]).toEqual([200, true]);
    for (const reference of references) {
      const task = await taskOf(reference);
      expect(task?.recipients).not.toContain(codeOf(FIRST));
      expect(task?.claim?.by).toMatchObject({ name: 'triage-2' });
    }
    expect(mails()).toHaveLength(1);
    expect(mails()[0]?.text).toContain('/staff/triage?claimed=me');
  });

  it('is one press away on the queue while they are on leave, for a manager alone', async () => {
    const { using, enter, first, second, deps } = await absent();
    const link = `${at}?from=${first.id}`;
    const seen = async (by = using) => (await by.get('/staff/triage')).body.includes(link);
    expect(await seen()).toBe(false);
    await deps.changeTeam({ change: 'DEPUTY', id: first.id, deputy: second.id }, MACHINE);
    const leave = [{ from: '2026-09-20', to: '2026-09-30' }];
    await deps.changeTeam({ change: 'LEAVE', id: first.id, leave }, MACHINE);
    expect(await seen()).toBe(true);
    expect((await using.get('/staff/triage')).body).toContain(handOnWords.ofAway('triage-1'));
    expect(await seen(await enter(SECOND))).toBe(false);
  });

  it('ends the links of who had it, by the write of the case, and later reminders do not ask them again', async () => {
    const { references, press, stores, newBrowser, putLink, moment, taskOf } = await absent();
    const [reference = ''] = references;
    const token = await putLink('of-the-first', { reference, taskId: `${reference}-T1`, mailbox: FIRST });
    const before = await newBrowser().get(`/triage/l/${token}`);
    await press({});
    const after = await newBrowser().get(`/triage/l/${token}`);
    expect([before.status, after.status]).toEqual([200, 404]);
    const theCase = await stores.cases.readCase(reference);
    if (!theCase) throw new Error('There is no case.');
    const recipients = [codeOf(FIRST), codeOf(SECOND)];
    const again = taskOpened(theCase, moment, { kind: 'TRIAGE', token: 'token-2', recipients }, defaultPolicy);
    expect(again.task?.recipients).toEqual([codeOf(SECOND)]);
    expect((await taskOf(reference))?.claim).toBeDefined();
  });

  it('hands over what no one has claimed too, where that is chosen', async () => {
    const { press, stores } = await absent();
    const done = await press({ which: 'ALL' });
    expect(done.body).toContain(handOnWords.doneSays(4));
    const rows = await stores.indexes.work('TRIAGE', 10);
    expect(new Set(rows.map(({ claimedBy }) => claimedBy)).size).toBe(1);
  });

  it('says of each task what became of it, and a retry finishes the rest with no second email', async () => {
    const { references, press, stores, mails, taskOf, using, second, first } = await absent();
    const [broken = ''] = references;
    const { saveCase } = stores.cases;
    Object.assign(stores.cases, {
      saveCase: async (...[changed, open]: Parameters<typeof saveCase>) => {
        if (changed.reference === broken) throw new Error('out of order');
        return saveCase(changed, open);
      },
    });
    const page = await press({});
    expect([page.body.includes(handOnWords.doneSays(2)), page.body.includes(handOnWords.failed)]).toEqual([true, true]);
    Object.assign(stores.cases, { saveCase });
    const again = await using.post(at, {
      ...formOf(page),
      ...{ from: first.id, to: second.id, which: '', task: '', anchor: hidden(page, 'anchor') },
    });
    expect(again.body).toContain(handOnWords.doneSays(1));
    expect((await taskOf(broken))?.claim?.by).toMatchObject({ name: 'triage-2' });
    expect(mails()).toHaveLength(1);
  });

  it('leaves what was decided in the meantime as it is, and says so (late)', async () => {
    const { references, stores, deps, first, second } = await absent();
    const [decided = ''] = references;
    const theCase = await stores.cases.readCase(decided);
    if (!theCase?.task) throw new Error('There is no task.');
    const by = actorOf(first);
    const decision = { outcome: 'DECLINE', reason: 'r', by, decidedAt: deps.now(), effectiveAt: deps.now() };
    await stores.cases.saveCase({ ...theCase, version: theCase.version + 1, task: { ...theCase.task, decision } });
    const taskIds = references.map((reference) => `${reference}-T1`);
    const { results } = await deps.handOnTasks({ taskIds, from: first, to: second, by, batch: 'b'.repeat(22) });
    expect(results.map(({ kind }) => kind)).toEqual(['DECIDED', 'DONE', 'DONE']);
  });

  it('asks again for who takes over, with what was chosen', async () => {
    const { press } = await absent();
    const refused = await press({ to: '', which: 'ALL' });
    expect([refused.status, refused.body.includes(handOnWords.toMissing)]).toEqual([422, true]);
    expect(refused.body).toMatch(/value="ALL" checked/);
  });

  it('gives one task to a colleague from its record', async () => {
    const { using, references, second, taskOf } = await absent();
    const [reference = ''] = references;
    const record = await using.get(`/staff/records/${reference}`);
    expect(record.body).toContain(handOnWords.linkOne);
    const page = await using.get(at, { task: `${reference}-T1` });
    await using.post(at, { ...formOf(page), from: '', task: `${reference}-T1`, to: second.id });
    expect((await taskOf(reference))?.claim?.by).toMatchObject({ name: 'triage-2' });
    expect((await taskOf(nth(1)))?.claim?.by).toMatchObject({ name: 'triage-1' });
  });
});

/** The same, where the colleague is asked to do something beside the decisions too. */
async function absentWithTodos() {
  const world = await absent();
  const [one = '', two = '', three = ''] = world.references;
  const asked = { why: 'LISTED', openedAt: world.clock.now(), due: '2026-09-30T08:00:00.000Z' };
  const band = newTodo({ ...asked, reference: two, kind: 'CONFIRM_BAND', cause: 'LISTED', for: TRIAGERS });
  const telling = newTodo({ ...asked, reference: two, kind: 'TELL_IN_PERSON', cause: 'LISTED', for: MANAGERS });
  const writing = newTodo({ ...asked, reference: one, kind: 'WRITE_UP', cause: 'T1', for: TRIAGERS });
  const naming = newTodo({ ...asked, reference: three, kind: 'SECOND_PERSON', cause: 'T9', for: codeOf(FIRST) });
  for (const todo of [band, telling, writing, naming]) await world.stores.todos.createTodo(todo);
  const holderOf = async ({ reference, id }: typeof band) => (await world.stores.todos.readTodo(reference, id))?.heldBy;
  return { ...world, band, telling, writing, naming, holderOf, comes: codeOf(SECOND) };
}

describe('handing over what is to be done beside the decisions', () => {
  it('takes the writing up of a claimed task along, and leaves what everyone is asked', async () => {
    const { press, writing, band, holderOf, comes } = await absentWithTodos();
    const { body } = await press({});
    expect([await holderOf(writing), await holderOf(band)]).toEqual([comes, undefined]);
    expect(body).toContain(todoTitleOf('WRITE_UP', writing.reference));
    expect(body).toContain(handOnWords.stays(2));
  });

  it('takes along what no one has taken over, where that is chosen, and says it in the history', async () => {
    const { press, band, holderOf, comes, stores } = await absentWithTodos();
    const { body } = await press({ which: 'ALL' });
    expect(await holderOf(band)).toBe(comes);
    expect(body).toContain(todoTitleOf('CONFIRM_BAND', band.reference));
    const history = (await stores.cases.readCase(band.reference))?.history ?? [];
    expect(history).toContainEqual(
      expect.objectContaining({
        event: 'TODO_HANDED_ON',
        todo: band.id,
        by: expect.objectContaining({ name: 'manager' }),
      }),
    );
  });

  it('says what cannot be handed over, and why', async () => {
    const { press, naming, holderOf } = await absentWithTodos();
    const { body } = await press({});
    expect(body).toContain(handOnWords.named);
    expect(body).toContain(todoTitleOf('SECOND_PERSON', naming.reference));
    expect(await holderOf(naming)).toBeUndefined();
  });

  it('shows it to who takes over on Today, also where another role is asked', async () => {
    const { deps, telling, first, second, enter } = await absentWithTodos();
    const command = { taskIds: [], todoIds: [telling.id], from: first, to: second, batch: 'b'.repeat(22) };
    await deps.handOnTasks({ ...command, by: actorOf(first) });
    const { body } = await (await enter(SECOND)).get('/staff');
    expect(body).toContain(todoTitleOf('TELL_IN_PERSON', telling.reference));
  });

  it('leaves what was done in the meantime as it is, and says so (late)', async () => {
    const { deps, stores, band, first, second, clock } = await absentWithTodos();
    const by = actorOf(first);
    await stores.todos.saveTodo({ ...band, version: 2, done: { at: clock.now(), by } });
    const command = { taskIds: [], todoIds: [band.id], from: first, to: second, by, batch: 'b'.repeat(22) };
    expect((await deps.handOnTasks(command)).results.map(({ kind }) => kind)).toEqual(['DECIDED']);
  });
});
