import { expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { printOfEnd, todoAsked } from '#domain/notices/asked-todos.ts';
import type { Person } from '#domain/people/person.ts';
import { seededId, seededTeam } from '#domain/people/seed.ts';
import { todoDone } from '#domain/people/todo.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { letterListWords } from '#web/staff/letters/list-words.ts';
import { letterFaultWords } from '#web/staff/letters/words.ts';
import { hidden } from '../browser.ts';
import { checkedCase, storedReferral } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { nth } from './queue-world.ts';
import { triageWorld } from './world.ts';

const ADMIN = 'admin@example.org';
const admin: Person = {
  ...{ id: seededId(ADMIN), name: 'Ada Min', mailbox: ADMIN, roles: ['ADMINISTRATOR'], leave: [], isActive: true },
};
const AT = '/staff/letters';
const ended = { status: 'DECLINED', outcome: 'DECLINE', next: 'DONE', task: null } as const;
const family = { parents: [{ name: 'A. Mother', address: '1 Example Road, Taunton, TA1 9ZZ' }] };
const day = { 'on-day': '24', 'on-month': '9', 'on-year': '2026' };

/** Letters to print of so many declined referrals, and an administrator at the list of them. */
async function list(wanted: readonly { readonly referral?: object; readonly theCase?: Partial<Case> }[]) {
  const world = await triageWorld();
  const team = seededTeam(testConfig);
  await world.stores.team.saveTeam({ ...team, version: team.version + 1, people: [...team.people, admin] });
  const todos = wanted.map((_, n) => todoAsked(printOfEnd, nth(n), world.clock.now(), defaultPolicy));
  for (const [n, { referral, theCase }] of wanted.entries()) {
    const stored = storedReferral({ family, ...referral });
    await world.stores.referrals.putReferral({ ...stored, reference: nth(n) });
    await world.stores.cases.createCase({ ...checkedCase('TRIAGE'), ...ended, ...theCase, reference: nth(n) });
  }
  for (const todo of todos) await world.stores.todos.createTodo(todo);
  const enter = async (mailbox: string) => {
    const using = world.newBrowser();
    const asked = await using.post('/staff/sign-in', { mailbox });
    await using.post('/staff/sign-in/code', { mailbox, asker: hidden(asked, 'asker'), code: world.lastCode() });
    return using;
  };
  const using = await enter(ADMIN);
  const page = await using.get(AT);
  const record = (numbers: readonly number[], fields: Record<string, string> = day) =>
    using.post(AT, {
      csrf: hidden(page, 'csrf'),
      ...fields,
      ...Object.fromEntries(numbers.map((n) => [`letter-${todos[n]?.id}`, 'yes'])),
    });
  const todo = async (n: number) => world.stores.todos.readTodo(nth(n), todos[n]?.id ?? '');
  const told = async (n: number) => (await world.stores.cases.readCase(nth(n)))?.told;
  return { ...world, using, enter, page, record, todos, todo, told };
}

it('shows each letter with its reference, what it is for and when it is due, and no one in a family', async () => {
  const { page } = await list([{}, { referral: { communication: { format: 'LARGE_PRINT' } } }]);
  expect(page.status).toBe(200);
  for (const said of [nth(0), nth(1), 'how the referral ended', 'Due on 1 October 2026', letterListWords.largePrint])
    expect(page.body).toContain(said);
  for (const kept of ['A. Mother', 'Example Road', 'Poppy']) expect(page.body).not.toContain(kept);
});

it('marks what is overdue (late)', async () => {
  const { clock, enter } = await list([{}]);
  clock.advanceMinutes(60 * 24 * 8);
  expect((await (await enter(ADMIN)).get(AT)).body).toContain(`>${letterListWords.overdue}</strong>`);
});

it('enters several as posted on one day, each in its own case, and shows who recorded it', async () => {
  const { record, told, todo } = await list([{}, {}, {}]);
  const { status, body } = await record([0, 2]);
  expect(status).toBe(200);
  for (const n of [0, 2]) {
    expect(await told(n)).toMatchObject([{ how: 'BY_POST', on: '2026-09-24' }]);
    expect((await todo(n))?.done).toMatchObject({ on: '2026-09-24', by: { name: 'Ada Min' } });
  }
  expect((await todo(1))?.done).toBeUndefined();
  for (const said of ['Posted on 24 September 2026', 'by Ada Min']) expect(body).toContain(said);
});

it('says of a letter that someone else recorded meanwhile that it was not recorded now, and records the others', async () => {
  const { record, stores, todos, told } = await list([{}, {}]);
  const [first] = todos;
  const done = first && todoDone(first, '2026-09-24T09:30:00.000Z', { kind: 'MACHINE' });
  await stores.todos.saveTodo(done ?? expect.fail('It is done.'));
  const { status, body } = await record([0, 1]);
  expect([status, body.includes(letterListWords.already({ reference: nth(0), why: 'ENDED' }))]).toEqual([409, true]);
  expect([await told(0), (await told(1))?.length]).toEqual([undefined, 1]);
});

it('records nothing of a letter that no one needs any more, and says so (late)', async () => {
  const reopened = { times: 1, at: '2026-09-24T08:00:00.000Z', by: { kind: 'MACHINE' }, familyKnew: true } as const;
  const { record, told, page } = await list([{ theCase: { status: 'IN_TRIAGE', outcome: null, reopened } }]);
  expect(page.body).not.toContain(nth(0));
  const { status, body } = await record([0]);
  expect([status, body.includes(letterListWords.notNeeded({ reference: nth(0), why: 'ENDED' }))]).toEqual([409, true]);
  expect(await told(0)).toBeUndefined();
});

it.each([
  ['no letter is marked', [], day, letterListWords.noneMarked],
  ['there is no day (half-finished)', [0], {}, letterFaultWords.DATE_MISSING],
  ['the day is to come', [0], { ...day, 'on-day': '25' }, letterFaultWords.DATE_IN_FUTURE],
])(
  'records nothing where %s, keeps what was marked, and says what is missing',
  async (_what, numbers, fields, said) => {
    const { record, told, todos } = await list([{}, {}]);
    const { status, body } = await record(numbers, fields);
    expect([status, body.includes(said), await told(0)]).toEqual([422, true, undefined]);
    if (numbers.length > 0) expect(body).toMatch(new RegExp(`name="letter-${todos[0]?.id}"[^>]*checked`));
  },
);

it('says of one letter that the day is before its referral, and records the other (half-finished)', async () => {
  const early = { receivedAt: '2026-08-01T08:00:00.000Z', referralOn: '2026-08-01' };
  const { record, told } = await list([{}, { theCase: early }]);
  const { body } = await record([0, 1], { ...day, 'on-month': '8' });
  expect(body).toContain(letterListWords.tooEarly({ reference: nth(0), why: 'ENDED' }));
  expect([await told(0), (await told(1))?.[0]?.on]).toEqual([undefined, '2026-08-24']);
});

it('opens a letter without another code', async () => {
  const { using, page, todos } = await list([{}]);
  const opened = await using.post(AT, { csrf: hidden(page, 'csrf'), open: todos[0]?.id ?? '' });
  expect([opened.status, opened.headers.location]).toEqual([
    303,
    expect.stringContaining(`/triage/tasks/${todos[0]?.id}`),
  ]);
});

it('shows what was recorded for 20 working days, and no longer (late)', async () => {
  const { record, clock, enter } = await list([{}]);
  await record([0]);
  clock.advanceMinutes(60 * 24 * 27);
  expect((await (await enter(ADMIN)).get(AT)).body).toContain('Posted on 24 September 2026');
  clock.advanceMinutes(60 * 24 * 2);
  expect((await (await enter(ADMIN)).get(AT)).body).not.toContain('Posted on 24 September 2026');
});
