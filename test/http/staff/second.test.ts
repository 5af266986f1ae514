import { describe, expect, it } from 'vitest';
import { personCode } from '#domain/people/code.ts';
import { seededId } from '#domain/people/seed.ts';
import { secondFaultWords, secondWords } from '#web/staff/todo/second-words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { accept, taskId, triageWorld } from './world.ts';

const address = `/triage/tasks/${taskId}`;
const SECOND = 'triage-2@example.org';
const urgent = {
  ...{ ...accept, outcome: 'DECLINE', reason: 'Not here', meetingOn: '', present: '' },
  ...{ secondName: seededId(SECOND), urgentBecause: 'The family moves tomorrow' },
};

async function decided() {
  const world = await triageWorld();
  const using = await world.signIn(world.token);
  const csrf = hidden(await using.get(address), 'csrf');
  const before = world.mailer.sent.length;
  const answer = await using.post(address, { ...urgent, csrf, taskId });
  const mails = () => world.mailer.sent.slice(before);
  const todos = () => world.stores.todos.todosOf(reference);
  /** Opens what this mailbox is asked, by a link to it. */
  const open = async (mailbox: string) => {
    const id = (await todos()).find(({ for: whom }) => (mailbox === SECOND) === whom.startsWith('PERSON'))?.id ?? '';
    const token = await world.putLink(`of ${mailbox}`, { mailbox, taskId: id });
    const browser = await world.signIn(token);
    const page = await browser.get(`/triage/tasks/${id}`);
    const send = (words: string) =>
      browser.post(`/triage/tasks/${id}`, { csrf: hidden(page, 'csrf'), taskId: id, words });
    return { page, send };
  };
  return { ...world, using, csrf, answer, mails, todos, open };
}

describe('the second person of a decision', () => {
  it('is told at once, alone, without a name and with a link to decision and record', async () => {
    const { answer, mails, open } = await decided();
    expect(answer.status).toBe(303);
    expect(mails().map(({ to }) => to)).toEqual([SECOND]);
    expect(mails()[0]?.text).toMatch(/\/triage\/l\/[\w-]{43}\s/);
    expect(JSON.stringify(mails())).not.toMatch(/Poppy|Testerfield|moves tomorrow|Robin/);
    const { page } = await open(SECOND);
    for (const said of [secondWords.named, 'Robin Practitioner', 'The family moves tomorrow', 'Poppy'])
      expect(page.body).toContain(said);
  });

  it('is told once, also where telling them failed and the sweeper does it (late)', async () => {
    const { stores, deps, mails } = await decided();
    const theCase = (await stores.cases.readCase(reference)) ?? expect.fail();
    await deps.tellSecond(theCase);
    await deps.tellSecond(theCase);
    expect(mails()).toHaveLength(1);
  });

  it('has the service manager look again, who records what came of it', async () => {
    const { open, stores, todos } = await decided();
    const { send } = await open(SECOND);
    expect((await send(' ')).body).toContain(secondFaultWords.WORDS_MISSING);
    expect((await send('We did not speak about it')).status).toBe(303);
    expect((await send('We did not speak about it')).status).toBe(409);
    const manager = await open('manager@example.org');
    expect(manager.page.body).toContain('We did not speak about it');
    expect((await manager.send('We spoke. It stays.')).status).toBe(303);
    const events = (await stores.cases.readCase(reference))?.history.map(({ event }) => event);
    expect(events?.slice(-2)).toEqual(['SECOND_LOOK_ASKED', 'SECOND_LOOK_TAKEN']);
    expect((await todos()).every(({ done }) => done)).toBe(true);
  });

  it('has nothing to read once the decision is undone (late)', async () => {
    const { using, csrf, open } = await decided();
    expect((await using.post(`${address}/undo`, { csrf, taskId })).status).toBe(303);
    expect((await open(SECOND)).page.body).toContain(secondWords.undone);
  });

  it('cannot be who decides, or someone who is not in the team (hostile)', async () => {
    const world = await triageWorld();
    const using = await world.signIn(world.token);
    const csrf = hidden(await using.get(address), 'csrf');
    for (const secondName of [seededId('triage-1@example.org'), 'eve@example.org']) {
      const answer = await using.post(address, { ...urgent, secondName, csrf, taskId });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain('<a href="#secondName">');
    }
    expect(await world.stores.todos.todosOf(reference)).toEqual([]);
  });

  it('falls to that person and no one else', async () => {
    const { todos } = await decided();
    expect((await todos()).map(({ for: whom }) => whom)).toEqual([personCode({ id: seededId(SECOND) })]);
  });
});
