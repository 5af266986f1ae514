import { describe, expect, it } from 'vitest';
import { writeTeam } from '#application/access/write-team.ts';
import type { Case } from '#domain/case/case.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { left } from '#domain/people/change.ts';
import { seededId } from '#domain/people/seed.ts';
import { MANAGERS, type NewTodo, newTodo, TRIAGERS, todoDone } from '#domain/people/todo.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { meetingWords } from '#web/staff/meetings/words.ts';
import { todayWords } from '#web/staff/today/words.ts';
import { bandWords, tellOfDeath, tellWords } from '#web/staff/todo/words.ts';
import { hidden } from '../browser.ts';
import { checkedCase, codeOf, storedReferral, withTask } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { accept, taskId, triageWorld } from './world.ts';

const at = '/staff';
const FIRST = 'triage-1@example.org';
const SECOND = 'triage-2@example.org';

/** A browser that opened one task, and as many others that wait for these people. */
async function meeting(asked: readonly (readonly string[])[]) {
  const world = await triageWorld();
  const ids = await Promise.all(
    asked.map(async (mailboxes, n) => {
      const reference = referenceFor('local', `key-of-the-meeting-${n}`, 0);
      const theCase = { ...checkedCase('TRIAGE'), reference };
      await world.stores.referrals.putReferral({ ...storedReferral({}), reference });
      await world.stores.cases.createCase(withTask(theCase, 'TRIAGE', mailboxes.map(codeOf)));
      return `${reference}-T1`;
    }),
  );
  const using = await world.signIn();
  const csrf = hidden(await using.get(`/triage/tasks/${taskId}`), 'csrf');
  const open = (id: string) => using.post(at, { csrf, open: id });
  return { ...world, using, ids, csrf, open };
}

describe('the other open tasks of a person', () => {
  it('of a meeting of seven are all opened with the one code', async () => {
    const { using, ids, open, mailer } = await meeting(Array.from({ length: 6 }, () => [FIRST, SECOND]));
    const { body } = await using.get(at);
    for (const id of ids) {
      expect(body).toContain(`value="${id}"`);
      expect((await open(id)).location).toBe(`/triage/tasks/${id}`);
      expect((await using.get(`/triage/tasks/${id}`)).status).not.toBe(404);
    }
    expect(mailer.sent).toHaveLength(1);
  });

  it('are reached from the task and from what was decided', async () => {
    const { using, csrf } = await meeting([]);
    expect((await using.get(`/triage/tasks/${taskId}`)).body).toContain(`href="${at}"`);
    const decided = await using.post(`/triage/tasks/${taskId}`, { ...accept, csrf, taskId });
    const shown = decided.location === '' ? decided : await using.get(decided.location);
    expect(shown.body).toContain(`href="${at}"`);
    expect((await using.get(at)).body).toContain(todayWords.empty);
  });

  it('are not those of a colleague (hostile)', async () => {
    const { using, ids, open } = await meeting([[SECOND]]);
    const [id = ''] = ids;
    expect((await using.get(at)).body).not.toContain(id);
    expect((await open(id)).location).toBe(at);
    expect((await using.get(`/triage/tasks/${id}`)).status).toBe(404);
  });

  it('are opened by nobody who only reads the list (GET never acts), each with its own reading', async () => {
    const { using, ids, open, readings } = await meeting([[FIRST]]);
    const [id = ''] = ids;
    await using.get(at);
    expect((await using.get(`/triage/tasks/${id}`)).status).toBe(404);
    await open(id);
    expect(readings.at(-1)?.what).toBe('TASK_OPENED');
  });

  it.each([
    ['of another session (forged)', { csrf: 'a'.repeat(64), taskId }],
    ['without a session’s fields (forged)', {}],
  ])('are not opened by a form %s', async (_what, fields) => {
    const { using, ids } = await meeting([[FIRST]]);
    const [id = ''] = ids;
    expect((await using.post(at, { ...fields, open: id })).status).toBe(403);
    expect((await using.get(`/triage/tasks/${id}`)).status).toBe(404);
  });

  it('are shut to whoever has left (late), and to a browser without a session', async () => {
    const { using, newBrowser, stores, clock } = await meeting([[FIRST]]);
    const wayIn = '/staff/sign-in';
    expect((await newBrowser().get(at)).location).toBe(wayIn);
    const moment = { now: clock.now(), by: { kind: 'MACHINE' } } as const;
    await writeTeam({ ...stores, config: testConfig })((team) => left(team, moment, seededId(FIRST)));
    expect((await using.get(at)).location).toBe(wayIn);
  });
});

const ask: Case['ask'] = { why: 'INFORMATION_REQUESTED', question: 'How?', failed: [], untilAt: null };
const reopened = { times: 1, at: '2026-09-23T08:00:00.000Z', by: MACHINE, familyKnew: true };

it.each<[string, Partial<Case>, string]>([
  ['was answered', { ask, askedAgain: 'ANSWERED' }, meetingWords.answered],
  ['was not answered', { ask, askedAgain: 'NOT_ANSWERED' }, meetingWords.notAnswered],
  ['was reopened', { reopened }, todayWords.reopened],
])('says of a referral that came back to the team that it %s', async (_how, more, said) => {
  const world = await triageWorld();
  const reference = referenceFor('local', 'key-of-a-question', 0);
  const theCase = { ...checkedCase('TRIAGE'), reference, ...more };
  await world.stores.cases.createCase(withTask(theCase, 'TRIAGE', [codeOf(FIRST)]));
  const { body } = await (await world.signIn()).get(at);
  expect(body).toContain(`<strong>${said}.</strong>`);
});

describe('what is to be done beside a task', () => {
  const listed = referenceFor('local', 'key-of-a-listed-child', 0);
  const mine = `PERSON:${seededId(FIRST)}`;
  const openedAt = '2026-09-10T08:00:00.000Z';

  /** A browser of the first triager with one task open, and this to be done about another referral. */
  async function besides(asked: Partial<NewTodo> = {}) {
    const one = await meeting([]);
    const list = {
      pathway: 'PORTAGE_GROUP',
      locality: 'Taunton',
      acceptedOn: '2026-09-10',
      targetOn: '2027-03-10',
    } as const;
    const theCase = { ...checkedCase('TRIAGE'), reference: listed, status: 'ON_WAITING_LIST', next: 'DONE' } as const;
    await one.stores.referrals.putReferral({ ...storedReferral({}), reference: listed });
    await one.stores.cases.createCase({ ...theCase, list: { ...list, suggestedBand: 2, band: null, order: '2' } });
    const band = { kind: 'CONFIRM_BAND', cause: 'LISTED', why: 'LISTED', for: TRIAGERS } as const;
    const todo = newTodo({ ...band, reference: listed, openedAt, due: '2026-09-24T08:00:00.000Z', ...asked });
    await one.stores.todos.createTodo(todo);
    return { ...one, todo };
  }

  it('stands in the list, marked as overdue, and is opened and done with the one code', async () => {
    const { using, open, todo, mailer, stores } = await besides();
    const { body } = await using.get(at);
    for (const said of [bandWords.title(listed), todayWords.overdue, todayWords.due('24 September 2026')]) {
      expect(body).toContain(said);
    }
    const address = `/triage/tasks/${todo.id}`;
    expect((await open(todo.id)).location).toBe(address);
    const page = await using.get(address);
    expect([page.status, page.body.includes(`href="${at}"`)]).toEqual([200, true]);
    const done = await using.post(address, { csrf: hidden(page, 'csrf'), taskId: todo.id, band: '2', reason: '' });
    expect(done.status).toBe(303);
    expect((await stores.todos.readTodo(listed, todo.id))?.done?.by).toMatchObject({ kind: 'PERSON' });
    expect((await using.get(address)).body).toContain(`href="${at}"`);
    expect((await using.get(at)).body).not.toContain(todo.id);
    expect(mailer.sent).toHaveLength(1);
  });

  it('is not marked before it is due', async () => {
    const { using } = await besides({ due: '2026-09-25T08:00:00.000Z' });
    const { body } = await using.get(at);
    expect([body.includes(todayWords.due('25 September 2026')), body.includes(todayWords.overdue)]).toEqual([
      true,
      false,
    ]);
  });

  it('stands in the order in which it is due, whoever it is asked of', async () => {
    const { using, stores } = await besides({ due: '2026-09-26T08:00:00.000Z' });
    const telling = { kind: 'TELL_IN_PERSON', cause: 'LISTED', why: 'LISTED', for: mine } as const;
    const times = { openedAt, due: '2026-09-28T08:00:00.000Z' };
    await stores.todos.createTodo(newTodo({ ...telling, reference: listed, ...times }));
    const { body } = await using.get(at);
    const places = [bandWords.title(listed), tellWords.title(listed)].map((title) => body.indexOf(title));
    expect(places[0]).toBeGreaterThan(0);
    expect(places[1]).toBeGreaterThan(places[0] ?? 0);
  });

  it('of a second person is there to be read, and is not due', async () => {
    const { using } = await besides({ kind: 'SECOND_PERSON', for: mine });
    const { body } = await using.get(at);
    expect(body).toContain(todayWords.readUntil('24 September 2026'));
    expect(body).not.toContain(todayWords.due('24 September 2026'));
  });

  it('that falls to one person stands in their list', async () => {
    const { using } = await besides({ kind: 'TELL_IN_PERSON', for: mine });
    expect((await using.get(at)).body).toContain(tellWords.title(listed));
  });

  it.each([
    ['to the service managers', { for: MANAGERS }],
    ['to a colleague (hostile)', { for: `PERSON:${seededId(SECOND)}` }],
  ])('that falls %s stands in no list of others, and is not opened', async (_whom, asked) => {
    const { using, open, todo } = await besides(asked);
    expect((await using.get(at)).body).not.toContain(todo.id);
    expect((await open(todo.id)).location).toBe(at);
    expect((await using.get(`/triage/tasks/${todo.id}`)).status).toBe(404);
  });

  it('that was done in the meantime is not opened (late)', async () => {
    const { open, todo, stores } = await besides();
    const done = todoDone(todo, openedAt, MACHINE);
    if (done) await stores.todos.saveTodo(done);
    expect((await open(todo.id)).location).toBe(at);
  });

  it('about a death stands there once, however many must hear of it', async () => {
    const asked = { kind: 'TELL_OF_DEATH', for: mine } as const;
    const { using, stores, todo } = await besides({ ...asked, cause: '1PRACTITIONER', why: 'PRACTITIONER' });
    const { due } = todo;
    const second = { ...asked, cause: '1REFERRER', why: 'REFERRER', reference: listed, openedAt, due };
    await stores.todos.createTodo(newTodo(second));
    expect((await using.get(at)).body.split(`>${tellOfDeath(listed)}</h2>`)).toHaveLength(2);
  });
});
