import { describe, expect, it } from 'vitest';
import { printOfEnd, todoAsked } from '#domain/notices/asked-todos.ts';
import type { Person } from '#domain/people/person.ts';
import { seededId, seededTeam } from '#domain/people/seed.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { letterFaultWords, lettersWords } from '#web/staff/letters/words.ts';
import { hidden } from '../browser.ts';
import { checkedCase, reference } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { triageWorld } from './world.ts';

const ADMIN = 'admin@example.org';
const admin: Person = {
  ...{ id: seededId(ADMIN), name: 'Ada Min', mailbox: ADMIN, roles: ['ADMINISTRATOR'], leave: [], isActive: true },
};
const parents = [{ name: 'A. Mother', address: '1 Example Road, Taunton, TA1 9ZZ' }];
const MESSAGE = 'Your nursery can help her to talk.';

/** A declined referral whose family has no email address, and the link of this member of staff to the letter. */
async function world(family: object = { parents }, mailbox = ADMIN, more: object = {}) {
  const by = { kind: 'PERSON', id: 'p', name: 'Sam', role: 'Manager' } as const;
  const theCase = {
    ...checkedCase('TRIAGE'),
    ...({ status: 'DECLINED', outcome: 'DECLINE', next: 'DONE', task: null } as const),
    wroteOfEnd: { at: '2026-09-24T08:00:00.000Z', everyone: true, byPost: true },
    lastDecision: { outcome: 'DECLINE', at: '2026-09-24T08:00:00.000Z', message: MESSAGE, by },
  };
  const made = await triageWorld({ theCase, referral: { family, ...more } });
  const team = seededTeam(testConfig);
  await made.stores.team.saveTeam({ ...team, version: team.version + 1, people: [...team.people, admin] });
  const todo = todoAsked(printOfEnd, reference, made.clock.now(), defaultPolicy);
  await made.stores.todos.createTodo(todo);
  const token = await made.putLink('a letter', { mailbox, to: `PERSON:${seededId(mailbox)}`, taskId: todo.id });
  const address = `/triage/tasks/${todo.id}`;
  const theirs = async () => {
    const using = await made.signIn(token);
    const page = await using.get(address);
    const enter = (fields: Record<string, string>) =>
      using.post(address, { csrf: hidden(page, 'csrf'), taskId: todo.id, ...fields });
    return { using, page, enter };
  };
  const now = async () => (await made.stores.cases.readCase(reference)) ?? expect.fail('It is gone.');
  const todos = async () =>
    (await made.stores.todos.todosOf(reference)).map(({ kind, why, done }) => `${kind} ${why}${done ? ' done' : ''}`);
  return { ...made, todo, token, address, theirs, now, todos };
}

const today = { 'on-day': '24', 'on-month': '9', 'on-year': '2026' };

describe('an administrator who is asked to post a letter', () => {
  it('sees to whom and where, and nothing else of the record', async () => {
    const { page } = await (await world()).theirs();
    expect(page.status).toBe(200);
    for (const said of ['A. Mother', '1 Example Road', 'TA1 9ZZ']) expect(page.body).toContain(said);
    expect(page.body).not.toContain('Poppy');
  });

  it('prints the letter: addressed, with the name of the child, what the team wrote and who signs it', async () => {
    const { theirs, address, deps } = await world();
    const readings: unknown[] = [];
    deps.access.recordReading = async (reading) => {
      readings.push(reading);
    };
    const { using } = await theirs();
    const { status, body } = await using.get(`${address}/letter/0`);
    expect(status).toBe(200);
    for (const said of ['Dear A. Mother', 'About Poppy', MESSAGE, 'Yours sincerely', 'service manager', reference])
      expect(body).toContain(said);
    expect(body).not.toContain('this email does not give');
    expect(readings).toContainEqual(expect.objectContaining({ reference, what: 'LETTER' }));
  });

  it('opens no evidence by it', async () => {
    const { theirs, address } = await world();
    expect((await (await theirs()).using.get(`${address}/evidence/0`)).status).toBe(404);
  });

  it('records that it was posted: the family is told, and no one else is asked', async () => {
    const { theirs, now, todos } = await world();
    const { enter, using } = await theirs();
    expect((await enter({ posted: 'YES', ...today })).status).toBe(303);
    expect((await now()).told).toMatchObject([{ about: 'ENDED', how: 'BY_POST', on: '2026-09-24' }]);
    expect([await todos(), using]).toMatchObject([['PRINT_LETTER ENDED done'], {}]);
  });

  it('records why it cannot be posted: the service manager is asked to have someone tell the family', async () => {
    const { theirs, now, todos } = await world();
    expect((await (await theirs()).enter({ posted: 'NO', words: 'They have moved' })).status).toBe(303);
    expect(await todos()).toEqual(expect.arrayContaining(['PRINT_LETTER ENDED done', 'TELL_IN_PERSON ENDED']));
    expect((await now()).history.at(-1)).toMatchObject({ event: 'LETTER_NOT_POSTED', text: 'They have moved' });
  });

  it.each([
    ['nothing', {}, letterFaultWords.POSTED_MISSING],
    ['no day (half-finished)', { posted: 'YES' }, letterFaultWords.DATE_MISSING],
    ['a day to come', { posted: 'YES', ...today, 'on-day': '25' }, letterFaultWords.DATE_IN_FUTURE],
    ['a day before the referral', { posted: 'YES', ...today, 'on-year': '2025' }, letterFaultWords.DATE_TOO_EARLY],
    ['no reason', { posted: 'NO' }, letterFaultWords.REASON_MISSING],
  ])('is told what is missing after %s, and nothing is recorded', async (_what, fields, message) => {
    const { theirs, now, todos } = await world();
    const answer = await (await theirs()).enter(fields);
    expect([answer.status, answer.body.includes(message)]).toEqual([422, true]);
    expect([(await now()).told, await todos()]).toEqual([undefined, ['PRINT_LETTER ENDED']]);
  });
});

describe('a letter that may not be posted any more', () => {
  it.each([
    ['words about safe contact', { parents: [{ ...parents[0], safeContact: 'By text' }] }, {}],
    ['no address', { parents: [{ name: 'A. Mother' }] }, {}],
    ['a format that the service does not have', { parents }, { communication: { format: 'EASY_READ' } }],
  ])('is not shown, nor its address: %s (late)', async (_why, family, more) => {
    const { theirs, address } = await world(family, ADMIN, { home: { address: undefined }, ...more });
    const { page, using } = await theirs();
    expect([page.status, page.body.includes(lettersWords.noneNow), page.body.includes('Example Road')]).toEqual([
      ...[200, true, false],
    ]);
    expect((await using.get(`${address}/letter/0`)).status).toBe(303);
  });
});

describe('large print', () => {
  it('is printed large where the family asked for it', async () => {
    const { theirs, address } = await world({ parents }, ADMIN, { communication: { format: 'LARGE_PRINT' } });
    const { using, page } = await theirs();
    expect(page.body).toContain(lettersWords.largePrint);
    expect((await using.get(`${address}/letter/0`)).body).toContain('app-letter--large');
  });
});

it('is the work of administrators and service managers: a triager has no way to it', async () => {
  const { newBrowser, token } = await world({ parents }, 'triage-1@example.org');
  expect((await newBrowser().get(`/triage/l/${token}`)).status).toBe(404);
});
