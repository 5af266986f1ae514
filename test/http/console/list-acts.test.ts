import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { intake } from '#domain/case/intake.ts';
import { personCode } from '#domain/people/code.ts';
import type { Role } from '#domain/people/person.ts';
import { newTodo, TRIAGERS } from '#domain/people/todo.ts';
import { Refused } from '#domain/problems/errors.ts';
import { parked } from '#domain/process/process.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { aNotice } from '#test/contract/samples.ts';
import { FAILED, MOST_AT_ONCE } from '#web/console/acts/act.ts';
import { decisionResults, reassignWords, releaseWords } from '#web/console/acts/task-words.ts';
import { actPageWords, contactWords, holdWords, renewWords, withdrawWords } from '#web/console/acts/words.ts';
import { type ConsoleQueue, listActAt, queueAt } from '#web/console/address.ts';
import { refusalWords } from '#web/console/notice/words.ts';
import { putRightWords } from '#web/console/put-right-words.ts';
import { handOnWords } from '#web/staff/hand-on/words.ts';
import { hidden } from '../browser.ts';
import { checkedCase, codeOf, deciderId, linkFor, reference, withAsk, withTask } from '../records.ts';
import { triager1 } from '../staff/world.ts';
import { consoleWorld, KEEPER } from './world.ts';

const reason = 'We rang the surgery, and they had sent them';
const nth = (n: number) => referenceFor('local', `a-case-on-a-list-${n}`, 0);
type Kind = 'TRIAGE' | 'DUPLICATE' | 'SUSPICIOUS';
const STATES = { TRIAGE: 'IN_TRIAGE', DUPLICATE: 'HELD_AS_DUPLICATE', SUSPICIOUS: 'HELD_FOR_A_PERSON' } as const;

/** So many cases with an open task of this kind, and someone in this role. */
async function many(count: number, kind: Kind, role: Role = 'SERVICE_MANAGER') {
  const listless = { ...checkedCase('TRIAGE'), status: 'ON_WAITING_LIST', next: 'DONE', version: 1 } as const;
  const world = await consoleWorld({ theCase: listless });
  const recipients = [codeOf('triage-1@example.org'), personCode(KEEPER)];
  for (let n = 0; n < count; n += 1) {
    const bare = { ...checkedCase(kind === 'TRIAGE' ? 'TRIAGE' : 'HOLD'), reference: nth(n) };
    await world.stores.cases.createCase({ ...withTask(bare, kind, recipients), status: STATES[kind] });
  }
  return { ...world, ...(await presses(world, role)) };
}

/** What someone presses on lists: the act is chosen first, and its form then confirms it. */
async function presses(world: Awaited<ReturnType<typeof consoleWorld>>, role: Role) {
  const using = await world.as(role);
  const choose = async (queue: ConsoleQueue, act: string, why?: string) => {
    const page = await using.get(listActAt(queue, act), why === undefined ? {} : { why });
    const names = ['csrf', 'references', 'batch', 'anchor', 'why'];
    return { page, own: Object.fromEntries(names.map((name) => [name, hidden(page, name)])) };
  };
  const confirm = (queue: ConsoleQueue, act: string, fields: Record<string, string>) =>
    using.post(listActAt(queue, act), { reason, ...fields });
  const press = async (queue: ConsoleQueue, act: string, fields: Record<string, string> = {}) =>
    confirm(queue, act, { ...(await choose(queue, act)).own, ...fields });
  const read = async (of: string) => {
    const theCase = await world.stores.cases.readCase(of);
    if (!theCase) throw new Error('The case is there.');
    return theCase;
  };
  return { using, choose, confirm, press, read };
}

const times = (body: string, said: string) => body.split(said).length - 1;

describe('an act for all that a list shows', () => {
  it('takes two presses, choose and confirm, with a result for each case', async () => {
    const { using, choose, confirm, read } = await many(3, 'SUSPICIOUS');
    const list = await using.get(queueAt('quarantine'));
    expect(list.body).toContain(`href="${listActAt('quarantine', 'release')}"`);
    const { page, own } = await choose('quarantine', 'release');
    expect(page.body).toContain(releaseWords.all(3));
    const { status, body } = await confirm('quarantine', 'release', own);
    expect([status, body.includes(releaseWords.done(3, 3)), times(body, decisionResults.did)]).toEqual([200, true, 3]);
    expect((await read(nth(0))).task?.decision).toMatchObject({ outcome: 'GENUINE_REFERRAL', reason });
  });

  it('says of each what came of it where they differ: done, already so, refused and failed', async () => {
    const { press, stores, deps } = await many(4, 'SUSPICIOUS');
    const signed = { person: deciderId, deciderName: 'Tess', deciderRole: 'triager', reason };
    const decided = (n: number, outcome: string) =>
      deps.recordDecision({ reference: nth(n), taskId: `${nth(n)}-T1`, outcome, ...signed });
    const save = stores.cases.saveCase;
    let isReady = false;
    stores.cases.saveCase = async (theCase, ...rest) => {
      if (isReady && theCase.reference === nth(3)) throw new Refused('no');
      return save(theCase, ...rest);
    };
    const { references } = { references: [0, 1, 2, 3].map((n) => `${nth(n)}-T1`).join(' ') };
    await decided(1, 'GENUINE_REFERRAL');
    await decided(2, 'NOT_A_REFERRAL');
    isReady = true;
    const { body } = await press('quarantine', 'release', { references });
    expect(body).toContain(releaseWords.done(1, 4));
    const each = [decisionResults.did, decisionResults.same, decisionResults.other];
    expect(each.map((said) => times(body, said))).toEqual([1, 1, 1]);
    expect(body).toContain(putRightWords.because(FAILED, 'Refused'));
  });

  it('pressed twice does nothing a second time, and says so of each', async () => {
    const { choose, confirm, read } = await many(2, 'TRIAGE');
    const { own } = await choose('triage', 'hold');
    expect((await confirm('triage', 'hold', own)).body).toContain(holdWords.done(2, 2));
    const { body } = await confirm('triage', 'hold', own);
    expect([body.includes(holdWords.done(0, 2)), times(body, holdWords.same)]).toEqual([true, 2]);
    expect((await read(nth(0))).history.filter(({ event }) => event === 'LEGAL_HOLD_SET')).toHaveLength(1);
  });

  it('does so many a press, says how many are left, and goes on when it is pressed again', async () => {
    const { choose, confirm, using, read } = await many(MOST_AT_ONCE + 5, 'TRIAGE');
    const { page, own } = await choose('triage', 'hold');
    expect(page.body).toContain(actPageWords.first(MOST_AT_ONCE, MOST_AT_ONCE + 5));
    const first = await confirm('triage', 'hold', own);
    expect(first.body).toContain(actPageWords.left(5));
    const rest = { csrf: hidden(first, 'csrf'), references: hidden(first, 'references') };
    expect(rest.references.split(' ')).toHaveLength(5);
    expect((await confirm('triage', 'hold', rest)).body).toContain(holdWords.done(5, 5));
    const held = await Promise.all(Array.from({ length: MOST_AT_ONCE + 5 }, (_, n) => read(nth(n))));
    expect(held.filter(({ legalHold }) => !legalHold)).toEqual([]);
    expect((await using.get(queueAt('triage'))).status).toBe(200);
  });

  it('is for what the filter shows alone', async () => {
    const { stores, clock, choose, confirm } = await many(1, 'TRIAGE');
    const asked = { reference, cause: '1', for: TRIAGERS, why: 'ASKED' } as const;
    for (const kind of ['LOOK_AGAIN', 'ANSWER_COMPLAINT'] as const)
      await stores.todos.createTodo(
        newTodo({ ...asked, kind, openedAt: clock.now(), due: plusMinutes(clock.now(), -5) }),
      );
    const { own } = await choose('late', 'reassign', 'LOOK_AGAIN');
    const { body } = await confirm('late', 'reassign', { ...own, to: deciderId });
    expect(body).toContain(reassignWords.done(1, 1));
    const todos = await stores.todos.todosOf(reference);
    expect(todos.filter(({ heldBy }) => heldBy !== undefined).map(({ kind }) => kind)).toEqual(['LOOK_AGAIN']);
  });

  it('asks for a reason and for what else must be selected, and keeps the set (half-finished)', async () => {
    const { press, read } = await many(2, 'TRIAGE');
    const refused = await press('triage', 'reassign', { reason: ' ' });
    expect(refused.status).toBe(422);
    for (const said of [handOnWords.toMissing, reassignWords.missing, nth(0)]) expect(refused.body).toContain(said);
    expect(hidden(refused, 'references').split(' ')).toHaveLength(2);
    expect((await read(nth(0))).task?.claim).toBeUndefined();
  });

  it('does nothing for names that are none (malformed, hostile), and keeps the others', async () => {
    const { choose, confirm, read } = await many(1, 'TRIAGE');
    const { own } = await choose('triage', 'hold');
    const references = `${own.references} nonsense ../x <b> ${nth(0).slice(0, -1)}`;
    const { status, body } = await confirm('triage', 'hold', { ...own, references });
    expect([status, body.includes('<b>'), (await read(nth(0))).legalHold !== undefined]).toEqual([200, false, true]);
  });

  it.each(['OPERATOR', 'AUDITOR'] as const)('of managers is refused to an %s, who reads whom to ask', async (role) => {
    const { using, read } = await many(1, 'SUSPICIOUS', role);
    const list = await using.get(queueAt('quarantine'));
    for (const said of [releaseWords.whatAll, actPageWords.managerOnly, 'mailto:manager@example.org'])
      expect(list.body).toContain(said);
    expect(list.body).not.toContain(`href="${listActAt('quarantine', 'release')}"`);
    const fields = { csrf: hidden(list, 'csrf'), references: `${nth(0)}-T1`, reason };
    expect((await using.post(listActAt('quarantine', 'release'), fields)).status).toBe(403);
    expect((await read(nth(0))).task?.decision).toBeUndefined();
  });

  it.each([
    ['a death', 'triage', 'death'],
    ['a duplicate', 'duplicates', 'duplicate'],
    ['the end of a legal hold', 'triage', 'lift-hold'],
    ['a release, on a list that it does not fit', 'triage', 'release'],
  ] as const)('is never %s', async (_what, queue, act) => {
    const { using, read } = await many(1, queue === 'triage' ? 'TRIAGE' : 'DUPLICATE');
    const csrf = hidden(await using.get(queueAt(queue)), 'csrf');
    const { status } = await using.post(listActAt(queue, act), { csrf, references: nth(0), reason });
    expect([status, (await read(nth(0))).death]).toEqual([404, undefined]);
  });
});

describe('tasks are given to someone else together', () => {
  it('with one email for all, also over two presses of one form', async () => {
    const { choose, confirm, stores, read } = await many(3, 'TRIAGE');
    const { own } = await choose('triage', 'reassign');
    const { body } = await confirm('triage', 'reassign', { ...own, to: deciderId });
    expect([body.includes(reassignWords.done(3, 3)), times(body, reassignWords.theirs('triage-1'))]).toEqual([true, 3]);
    const again = await confirm('triage', 'reassign', { ...own, to: deciderId });
    expect(times(again.body, reassignWords.same('triage-1'))).toBe(3);
    const told = (await Promise.all([0, 1, 2].map((n) => stores.notices.noticesOf(nth(n))))).flat();
    expect(told.map(({ kind, to }) => [kind, to])).toEqual([['TEAM_HANDED_ON', personCode({ id: deciderId })]]);
    expect((await read(nth(1))).task?.claim?.by).toMatchObject({ id: deciderId });
  });
});

describe('cases are withdrawn together', () => {
  const moment = { now: '2026-09-24T07:30:00.000Z', policyVersion: 1 };

  /** Two cases that have stopped, each for another reason. */
  async function stopped() {
    const world = await many(1, 'TRIAGE');
    for (const [n, why] of [
      [7, 'A_FAULT'],
      [8, 'ANOTHER'],
    ] as const) {
      const theCase = { ...withTask(checkedCase('TRIAGE'), 'TRIAGE'), reference: nth(n) };
      await world.stores.cases.createCase({ ...parked(intake, theCase, moment, why), version: 1 });
    }
    return world;
  }

  it('those that someone selects, and no other', async () => {
    const { choose, confirm, read } = await stopped();
    const { page, own } = await choose('parked', 'withdraw');
    expect([page.body.includes(actPageWords.tick), page.body.includes('checked')]).toEqual([true, false]);
    const { body } = await confirm('parked', 'withdraw', { ...own, [`tick-${nth(7)}`]: 'YES' });
    expect(body).toContain(withdrawWords.done(1, 1));
    expect(await read(nth(7))).toMatchObject({ status: 'WITHDRAWN', parked: null, withdrawal: { reason } });
    expect([(await read(nth(8))).status, (await read(nth(0))).status]).toEqual(['IN_TRIAGE', 'IN_TRIAGE']);
  });

  it('none where no one was selected, and what was typed stays (half-finished)', async () => {
    const { choose, confirm, read } = await stopped();
    const { own } = await choose('parked', 'withdraw');
    const { status, body } = await confirm('parked', 'withdraw', own);
    expect([status, body.includes('href="#tick"'), body.includes(reason)]).toEqual([422, true, true]);
    expect((await read(nth(7))).status).toBe('IN_TRIAGE');
  });

  it('keep what was selected where the reason is missing (half-finished)', async () => {
    const { choose, confirm } = await stopped();
    const { own } = await choose('parked', 'withdraw');
    const { body } = await confirm('parked', 'withdraw', { ...own, reason: '', [`tick-${nth(8)}`]: 'YES' });
    expect([body.includes('href="#reason"'), times(body, ' checked')]).toEqual([true, 1]);
  });

  it('only those that were selected by hand, whatever else a form says (hostile)', async () => {
    const { choose, confirm, read } = await stopped();
    const { own } = await choose('parked', 'withdraw', 'A_FAULT');
    await confirm('parked', 'withdraw', { ...own, [`tick-${nth(8)}`]: 'YES', tick: 'YES', all: 'YES' });
    expect([(await read(nth(7))).status, (await read(nth(8))).status]).toEqual(['IN_TRIAGE', 'IN_TRIAGE']);
  });
});

describe('cases that wait for their referrer', () => {
  const ask: NonNullable<Case['ask']> = {
    why: 'INFORMATION_REQUESTED',
    question: 'What?',
    failed: [],
    untilAt: null,
    by: triager1,
  };

  /** One whose link has run out, one whose link works, and one to which no link was sent. */
  async function waiting(role: Role) {
    const world = await many(0, 'TRIAGE', role);
    for (const n of [0, 1, 2]) {
      const bare = { ...withAsk(checkedCase('TRIAGE'), ask), reference: nth(n) };
      await world.stores.cases.createCase(withTask(bare, 'REFERRER', ['REFERRER']));
      if (n === 2) continue;
      const taskId = `${nth(n)}-T1`;
      const sent = { kind: 'REFERRER_REQUEST', to: 'REFERRER', taskId, settledAt: world.clock.now() } as const;
      await world.stores.notices.claimNotice(aNotice(nth(n), 'asked', { ...sent, state: 'SENT' }));
      const { link } = linkFor(`answer ${n}`, { purpose: 'ANSWER', reference: nth(n), taskId, to: 'REFERRER' });
      const expiresAt = n === 0 ? plusMinutes(world.clock.now(), -1) : link.expiresAt;
      await world.stores.access.putLink({ ...link, expiresAt });
    }
    return world;
  }

  it('are listed where their link has run out, and an operator sends new ones together', async () => {
    const { using, press, stores } = await waiting('OPERATOR');
    expect((await using.get(queueAt('referrer'))).body).toContain(`href="${queueAt('links')}"`);
    const { body } = await using.get(queueAt('links'));
    expect([0, 1, 2].map((n) => body.includes(nth(n)))).toEqual([true, false, false]);
    expect((await press('links', 'renew-link')).body).toContain(renewWords.done(1, 1));
    expect(await stores.notices.readNotice(nth(0), 'asked')).toMatchObject({ state: 'CLAIMED' });
  });

  it('get new links also from the list of all, and one without a link says so', async () => {
    const { press } = await waiting('OPERATOR');
    const { body } = await press('referrer', 'renew-link');
    expect([body.includes(renewWords.done(2, 3)), times(body, refusalWords.NO_LINK)]).toEqual([true, 1]);
  });

  it('have the team check contact details, once each', async () => {
    const { press, stores } = await waiting('OPERATOR');
    expect((await press('referrer', 'contact')).body).toContain(contactWords.done(3, 3));
    expect((await press('referrer', 'contact')).body).toContain(contactWords.done(0, 3));
    expect(await stores.todos.todosOf(nth(0))).toHaveLength(1);
  });
});
