import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { MANAGERS, newTodo } from '#domain/people/todo.ts';
import { ROLLUP_QUEUES, type RollupQueue } from '#domain/process/rollup.ts';
import { TROUBLES } from '#domain/process/trouble.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { CONSOLE_AT, caseAt, queueAt } from '#web/console/address.ts';
import { findingInWords } from '#web/console/front/record-words.ts';
import { troubleInWords } from '#web/console/front/trouble-words.ts';
import { frontWords as words } from '#web/console/front/words.ts';
import { queueWords } from '#web/console/queue/words.ts';
import { BALANCE_AT } from '#web/staff/lists/balance/address.ts';
import { MAIL_AT } from '#web/staff/mail/address.ts';
import { checkedCase, otherReference, reference, withTask } from '../records.ts';
import { consoleWorld, KEEPER } from './world.ts';

type World = Awaited<ReturnType<typeof consoleWorld>>;
type Changes = Partial<Record<RollupQueue, { waiting?: number; since?: string; late?: number }>>;

/** Numbers in which every queue is empty but for these, as a sweep of this minute has left them. */
async function counted({ stores, clock }: World, changes: Changes = {}) {
  const queues = ROLLUP_QUEUES.map((queue) => ({ queue, waiting: 0, late: 0, ...changes[queue] }));
  const hourly = { at: clock.now(), onLists: 41, afterLists: 17 };
  await stores.rollups.saveRollup({ asOf: clock.now(), queues, receivedAt: clock.now(), hourly });
}

describe('the front page of the console', () => {
  it('says in words that nothing is wrong', async () => {
    const world = await consoleWorld();
    const using = await world.as('OPERATOR');
    await counted(world);
    const { status, body } = await using.get(CONSOLE_AT);
    expect([status, body.includes(`${words.fine}.`), body.includes(words.wrong(1))]).toEqual([200, true, false]);
    for (const number of ['41', '17']) expect(body).toContain(`>${number}<`);
  });

  it('says what is wrong, the most urgent first, each with the way to where it is put right', async () => {
    const world = await consoleWorld();
    const using = await world.as('OPERATOR');
    const since = plusMinutes(world.clock.now(), -60);
    await counted(world, { PARKED: { waiting: 2, since }, TRIAGE: { waiting: 5, since, late: 3 } });
    const night = { night: '2026-09-24', version: 1, closedAt: since, children: 2, lists: [], findings: [], found: 1 };
    await world.stores.balances.saveNight(night);
    const { body } = await using.get(CONSOLE_AT);
    expect(body).toContain(words.wrong(3));
    const list = body.slice(body.indexOf('<ol'), body.indexOf('</ol>'));
    const ways = [...list.matchAll(/href="([^"]*)"/g)].map(([, way]) => way);
    expect(ways).toEqual([BALANCE_AT, queueAt('parked'), queueAt('late')]);
    expect(body).not.toContain(words.fine);
  });

  it('names what was put right today and what cannot be, by reference and in words, and links to the case', async () => {
    const world = await consoleWorld();
    const using = await world.as('OPERATOR');
    await counted(world);
    const at = world.clock.now();
    const [repaired, open] = [
      { reference, item: 'CASE', fault: 'KEYS', at },
      { reference: otherReference, item: 'NOTICE', fault: 'UNREADABLE', at },
    ];
    const run = { version: 1, asOf: at, passedAt: at, repairedToday: 1, found: [] };
    await world.stores.reconciliations.saveReconciliation({ ...run, repaired: [repaired], open: [open] });
    const { body } = await using.get(CONSOLE_AT);
    expect(body).toContain('record-differs');
    for (const heading of [words.open, words.repaired(1)]) expect(body).toContain(heading);
    for (const finding of [repaired, open]) {
      const { record, fault } = findingInWords(finding);
      for (const word of [record, fault, `href="${caseAt(finding.reference)}"`]) expect(body).toContain(word);
    }
    world.clock.advanceMinutes(24 * 60);
    expect((await using.get(CONSOLE_AT)).body).not.toContain(words.repaired(1));
  });

  it('says that the sweeper is silent before anything else, and before the first sweep', async () => {
    const world = await consoleWorld();
    const using = await world.as('OPERATOR');
    expect((await using.get(CONSOLE_AT)).body).toContain(words.neverCounted);
    await counted(world);
    world.clock.advanceMinutes(6);
    const { body } = await using.get(CONSOLE_AT);
    expect(body).toContain('sweeper-silent');
    expect(body).not.toContain(words.fine);
  });

  it('names for each trouble an article of the runbook that is there, but for tasks that someone was reminded of', async () => {
    const runbook = await readFile('docs/runbook.md', 'utf8');
    const headings = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, one = '']) => one.toLowerCase().replaceAll(' ', '-'));
    const { people } = await (await consoleWorld()).deps.readTeam();
    const [person] = people;
    if (!person) throw new Error('No one is in the team.');
    const named = TROUBLES.map((code) => {
      const { so } = troubleInWords({ code, count: 1, isMore: false, since: '2026-09-24T07:00:00.000Z' }, person, '');
      return [code, headings.filter((one) => so.endsWith(words.runbook(one))).length];
    });
    expect(named.filter(([, articles]) => articles !== 1)).toEqual([['TODOS_LATE', 0]]);
  });

  it('leads from a clock that is ahead to the article about clocks', async () => {
    const world = await consoleWorld();
    const using = await world.as('OPERATOR');
    await counted(world);
    world.clock.advanceMinutes(-60);
    expect((await using.get(CONSOLE_AT)).body).toContain(words.runbook('clock-wrong'));
  });

  it('says that a queue is not known rather than empty', async () => {
    const world = await consoleWorld();
    const using = await world.as('AUDITOR');
    await world.stores.rollups.saveRollup({ asOf: world.clock.now(), queues: [] });
    const { body } = await using.get(CONSOLE_AT);
    expect(body).toContain(words.notCounted);
    expect(body).not.toContain(words.fine);
  });

  it.each([
    ['a service manager', 'SERVICE_MANAGER', true],
    ['an operator', 'OPERATOR', false],
  ] as const)(
    'says to %s that emails to staff come back, and leads there only who may change it',
    async (_who, role, leads) => {
      const world = await consoleWorld();
      const using = await world.as(role);
      await counted(world);
      const team = await world.deps.readTeam();
      const mailFailed = { at: world.clock.now(), about: '23456789CDF' };
      const people = team.people.map((person) => (person.id === KEEPER.id ? { ...person, mailFailed } : person));
      await world.stores.team.saveTeam({ ...team, people, version: team.version + 1 });
      const { body } = await using.get(CONSOLE_AT);
      const list = body.slice(body.indexOf('<ol'), body.indexOf('</ol>'));
      expect([list.includes('Settings'), list.includes('href="/staff/settings"')]).toEqual([true, leads]);
      expect(list).not.toContain(KEEPER.mailbox);
    },
  );
});

describe('a list of the console', () => {
  it('shows what failed by reference and code, and when it is tried again', async () => {
    const world = await consoleWorld();
    const using = await world.as('OPERATOR');
    const [now, until] = [world.clock.now(), plusMinutes(world.clock.now(), 4)];
    const pause = { attempts: 3, since: now, until, why: 'CorruptItem' };
    await world.stores.pauses.pause('CASE', { reference: '23456789CDF' }, pause);
    const { body } = await using.get(queueAt('put-off'));
    expect(body).toContain('Corrupt item');
    expect(body).toContain(queueWords['put-off'].title);
  });

  it('shows what is late, decisions and other tasks', async () => {
    const dueAt = '2026-09-20T08:00:00.000Z';
    const inTriage = withTask(checkedCase('TRIAGE'), 'TRIAGE');
    const world = await consoleWorld({ theCase: { ...inTriage, task: inTriage.task && { ...inTriage.task, dueAt } } });
    const using = await world.as('OPERATOR');
    const when = { openedAt: dueAt, due: dueAt };
    const asked = { kind: 'CONFIRM_BAND', cause: '1', for: MANAGERS, why: 'LISTED', ...when } as const;
    await world.stores.todos.createTodo(newTodo({ ...asked, reference: otherReference }));
    const { body } = await using.get(queueAt('late'));
    expect([body.includes(reference), body.includes(otherReference)]).toEqual([true, true]);
  });

  it('is not found under a name that there is not (malformed)', async () => {
    const using = await (await consoleWorld()).as('OPERATOR');
    expect((await using.get(queueAt('everything'))).status).toBe(404);
    expect((await using.get(queueAt('%3Cscript%3E'))).status).toBe(404);
  });
});

it('a member of staff who has left opens nothing (late)', async () => {
  const world = await consoleWorld();
  const using = await world.as('OPERATOR');
  await world.deps.leaveTeam({ id: KEEPER.id }, MACHINE);
  expect((await using.get(CONSOLE_AT)).location).toBe('/staff/sign-in');
});

it.each([
  ['a service manager', 'SERVICE_MANAGER', true],
  ['an operator', 'OPERATOR', false],
] as const)(
  'says to %s how long the oldest email waits to be opened, and leads there who may',
  async (_who, role, leads) => {
    const world = await consoleWorld();
    const using = await world.as(role);
    await counted(world, { MAIL_UNOPENED: { waiting: 2, since: plusMinutes(world.clock.now(), -72 * 60), late: 1 } });
    const { body } = await using.get(CONSOLE_AT);
    expect([body.includes(words.wrong(1)), body.includes('3 days')]).toEqual([true, true]);
    expect(body.slice(body.indexOf('<ol'), body.indexOf('</ol>')).includes(`href="${MAIL_AT}"`)).toBe(leads);
  },
);
