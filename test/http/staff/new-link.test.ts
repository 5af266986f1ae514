import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { newTodo, todoDone } from '#domain/people/todo.ts';
import { NEW_LINK } from '#web/access/dead-link.ts';
import { PAGE_NOT_FOUND } from '#web/layout/not-found.ts';
import { newStaffLinkWords } from '#web/staff/new-link/words.ts';
import { checkedCase, reference } from '../records.ts';
import { declined } from '../referral/standings.ts';
import { taskId, triageWorld } from './world.ts';

const DAY = 24 * 60;
const mailbox = 'triage-1@example.org';
const expired = { mailbox, expiresAt: '2026-09-23T08:00:00.000Z' };
/** The page without the number of the request. */
const bare = (body: string) => body.replace(/<strong>request-\d+<\/strong>/, '');

const asked = { kind: 'TELL_IN_PERSON', cause: 'ENDED', why: 'ENDED', for: `PERSON:${seededId(mailbox)}` } as const;
const times = { openedAt: '2026-09-17T08:00:00.000Z', due: '2026-09-24T08:00:00.000Z' };
const todo = newTodo({ reference, ...asked, ...times });

/** A case with its task or this to be done, and a link to it of the first triager that has run out. */
async function world(of: 'TASK' | 'TODO') {
  const one = await triageWorld(of === 'TODO' ? { theCase: declined } : {});
  if (of === 'TODO') await one.stores.todos.createTodo(todo);
  const id = of === 'TODO' ? todo.id : taskId;
  const dead = await one.putLink('dead', { ...expired, taskId: id });
  const ask = async (token: string, headers = {}) =>
    one.newBrowser().post(`/triage/l/${token}`, { [NEW_LINK.field]: 'yes' }, headers);
  return { ...one, id, dead, ask, to: () => one.mailer.sent.map((mail) => mail.to) };
}

describe.each(['TASK', 'TODO'] as const)('a link to a %s that has run out', (of) => {
  it('is emailed anew to whom the old one went, and the new one opens it by a code', async () => {
    const one = await world(of);
    const page = await one.newBrowser().get(`/triage/l/${one.dead}`);
    expect([page.status, page.body.includes(NEW_LINK.button)]).toEqual([404, true]);
    const { body } = await one.ask(one.dead);
    for (const said of [newStaffLinkWords.title, ...newStaffLinkWords.said]) expect(body).toContain(said);
    expect(body).not.toContain('nothing left to do');
    expect(one.to()).toEqual([mailbox]);
    const [mail] = one.mailer.sent;
    expect(JSON.stringify(mail)).not.toMatch(/Poppy|Testerfield|9990007314|TA1/);
    const token = /\/triage\/l\/([\w-]{43})\s/.exec(mail?.text ?? '')?.[1];
    const using = await one.signIn(token);
    expect((await using.get(`/triage/tasks/${one.id}`)).status).toBe(200);
  });

  it('is emailed once a day however often it is pressed, at the same moment too', async () => {
    const one = await world(of);
    await Promise.all(Array.from({ length: 20 }, () => one.ask(one.dead)));
    expect(one.to()).toEqual([mailbox]);
    one.clock.advanceMinutes(DAY);
    await one.ask(one.dead);
    await one.ask(one.dead);
    expect(one.to()).toEqual([mailbox, mailbox]);
  });

  it('is emailed anew from the page for its code, too', async () => {
    const one = await world(of);
    const at = `/triage/l/${one.dead}/code`;
    expect((await one.newBrowser().get(at)).body).toContain(NEW_LINK.button);
    expect((await one.newBrowser().post(at, { [NEW_LINK.field]: 'yes' })).body).toContain(newStaffLinkWords.title);
    expect(one.to()).toEqual([mailbox]);
  });

  it('is not emailed to who has left, is at another address, or was never asked', async () => {
    const one = await world(of);
    const patches = [
      { to: 'PERSON:left', mailbox: 'left@example.org' },
      { mailbox: 'old@example.org', to: `PERSON:${seededId(mailbox)}` },
      { mailbox: 'manager@example.org' },
    ];
    for (const [n, patch] of patches.entries()) {
      const token = await one.putLink(`dead ${n}`, { ...expired, taskId: one.id, ...patch });
      expect((await one.ask(token)).status).toBe(200);
    }
    expect(one.to()).toEqual([]);
  });
});

describe('a stranger', () => {
  it('reads the same to the letter of every link that is dead, and of every request for a new one (hostile)', async () => {
    const one = await world('TASK');
    const closed = await one.putLink('closed', { ...expired, taskId: `${reference}-T9` });
    const status = await one.putLink('status', { ...expired, purpose: 'STATUS', taskId: undefined });
    const live = one.token;
    const dead = [one.dead, closed, status, 'A'.repeat(43), 'mistyped'];
    const shown = await Promise.all(dead.map((token) => one.newBrowser().get(`/triage/l/${token}`)));
    for (const page of shown) expect([page.status, page.body.includes(PAGE_NOT_FOUND)]).toEqual([404, true]);
    expect(new Set(shown.map(({ body }) => bare(body))).size).toBe(1);
    const answers = await Promise.all([...dead, live].map((token) => one.ask(token)));
    for (const answer of answers) expect(answer.status).toBe(200);
    expect(new Set(answers.map(({ body }) => bare(body))).size).toBe(1);
    expect(one.to()).toEqual([mailbox]);
  });

  it('has nothing sent by a GET, or from another site', async () => {
    const one = await world('TODO');
    await one.newBrowser().get(`/triage/l/${one.dead}`);
    expect((await one.ask(one.dead, { Origin: 'https://evil.example' })).status).toBe(403);
    expect(one.to()).toEqual([]);
  });
});

it('a link to what is done or decided is not emailed again', async () => {
  const done = await world('TODO');
  const after = todoDone(todo, done.clock.now(), MACHINE);
  if (after) await done.stores.todos.saveTodo(after);
  await done.ask(done.dead);
  const decided = await triageWorld({ theCase: checkedCase('TRIAGE') });
  await decided.newBrowser().post(`/triage/l/${await decided.putLink('dead', expired)}`, { [NEW_LINK.field]: 'yes' });
  expect([done.to(), decided.mailer.sent]).toEqual([[], []]);
});
