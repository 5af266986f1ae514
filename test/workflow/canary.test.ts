import { describe, expect, test } from 'vitest';
import { beginWalk } from '#application/canary/begin-walk.ts';
import { walkOn } from '#application/canary/walk-on.ts';
import { balanceLists } from '#application/lists/balance-lists.ts';
import { CANARY_CALLER } from '#domain/canary/mark.ts';
import { CANARY_CODE, CANARY_ID } from '#domain/canary/team.ts';
import type { Visited, Visitor } from '#domain/ports/canary.ts';
import { deciderId } from '#test/http/records.ts';
import { instance } from './instance.ts';
import { caseOf, refer } from './road.ts';

const MAILBOX = 'canary@incoming.example.org';
const on = () => instance({ canary: { mailbox: MAILBOX } });
type One = ReturnType<typeof on>;

/** The referral of today, as far as it goes without a person. */
async function begun(one: One) {
  const begin = beginWalk({ ...one, now: one.clock.now, submitReferral: one.submit });
  const { reference } = await begin(MAILBOX);
  await one.drain();
  return { reference, begin };
}

/** A visitor of pages that answer to a work account only: it gets as far as the page that asks for one. */
function atSignIn(): Visitor & { readonly seen: string[] } {
  const seen: string[] = [];
  const answer = (what: string) => async (address: string) => {
    seen.push(`${what} ${new URL(address).pathname.replace(/[^/]+$/, 'TOKEN')}`);
    return { status: 200, form: { fields: {} }, location: undefined };
  };
  return { get: answer('GET'), post: answer('POST'), seen };
}

const walking = (one: One, visitor: Visitor) =>
  walkOn({
    ...{ cases: one.cases, log: one.log, now: one.clock.now, recordDecision: one.decide, withAccount: true },
    newVisitor: () => visitor,
    mailbox: async () =>
      one.mail.filter(({ to }) => to === MAILBOX).map(({ text }) => ({ text, receivedAt: one.clock.now() })),
  });

/** The referral of today, decided by the canary and settled. */
async function walked(one: One) {
  const { reference } = await begun(one);
  const visitor = atSignIn();
  const walk = walking(one, visitor);
  const steps = [await walk()];
  one.clock.advanceMinutes(5);
  await one.sweep();
  steps.push(await walk());
  return { reference, steps, visitor };
}

describe('the canary, where staff sign in with a work account', () => {
  test('opens its link, decides, ends on the list and has the news of it', async () => {
    const one = on();
    const { reference, steps, visitor } = await walked(one);
    expect(steps).toEqual(['DECIDED', 'ARRIVED']);
    expect(visitor.seen).toEqual(['GET /triage/l/TOKEN', 'POST /triage/l/TOKEN']);
    expect(await caseOf(one, reference)).toMatchObject({
      shown: 'ON_WAITING_LIST',
      caller: CANARY_CALLER,
      decisions: [{ by: { id: CANARY_ID } }],
    });
  });

  test('mails its own mailbox and never anyone else, for a month', async () => {
    const one = on();
    await walked(one);
    for (let day = 0; day < 31; day += 1) {
      one.clock.advanceMinutes(24 * 60);
      await one.sweep();
    }
    expect(new Set(one.mail.map(({ to }) => to))).toEqual(new Set([MAILBOX]));
  });

  test('mails no one else when nobody decides and its task is late', async () => {
    const one = on();
    const { reference } = await begun(one);
    for (let day = 0; day < 31; day += 1) {
      one.clock.advanceMinutes(24 * 60);
      await one.sweep();
    }
    expect((await caseOf(one, reference)).task).toMatchObject({ recipients: [CANARY_CODE] });
    expect(new Set(one.mail.map(({ to }) => to))).toEqual(new Set([MAILBOX]));
  });

  test('stands in no queue, list, cohort or number, and no one is asked to do anything about it', async () => {
    const one = on();
    const { reference } = await begun(one);
    expect(await one.indexes.work('TRIAGE', 10)).toEqual([]);
    await walking(one, atSignIn())();
    one.clock.advanceMinutes(5);
    await one.sweep();
    expect(await one.indexes.list('INITIAL_ASSESSMENT', 'Taunton', 10)).toEqual([]);
    expect(await one.todos.todosOf(reference)).toEqual([]);
    const { queues = [] } = (await one.rollups.readRollup()) ?? {};
    expect(queues.filter(({ waiting }) => waiting > 0)).toEqual([]);
    expect(await one.indexes.decisionsIn('2026-Q3', 10)).toEqual([]);
  });

  test('is nobody who fell off a list: the night finds nothing', async () => {
    const one = on();
    await walked(one);
    one.clock.advanceMinutes(24 * 60);
    await balanceLists({ ...one, now: one.clock.now })({});
    expect(one.log.lines.filter(({ event }) => event === 'list-unbalanced')).toEqual([]);
  });

  test('is sent once a day, however often it is begun', async () => {
    const one = on();
    const { reference, begin } = await begun(one);
    expect(await begin(MAILBOX)).toEqual({ reference });
    one.clock.advanceMinutes(24 * 60);
    expect((await begin(MAILBOX)).reference).not.toBe(reference);
  });
});

/** Pages that answer with these, in turn, and what was posted to them. A code lies in the mailbox once the link was pressed. */
function pages(one: One, answers: readonly number[]) {
  const left = [...answers];
  const posted: string[] = [];
  const answer = (): Visited => {
    const status = left.shift() ?? 500;
    return {
      status,
      form: { fields: { csrf: 'held' } },
      location: status === 303 ? 'http://localhost/next' : undefined,
    };
  };
  const visitor: Visitor = {
    get: async () => answer(),
    post: async (_address, { csrf, ...fields }) => {
      posted.push([csrf, ...Object.keys(fields)].join(' '));
      return answer();
    },
  };
  const mails = () => one.mail.filter(({ to }) => to === MAILBOX).map(({ text }) => text);
  const lying = () => (posted.length > 0 ? [...mails(), '123456\n'] : mails());
  const walk = walkOn({
    ...{ cases: one.cases, log: one.log, now: one.clock.now, recordDecision: one.decide, withAccount: false },
    newVisitor: () => visitor,
    mailbox: async () => lying().map((text) => ({ text, receivedAt: one.clock.now() })),
  });
  return { walk, posted };
}

const DECISION = 'held outcome reason meetingOn present deciderName deciderRole';

describe('the canary, where staff come in by a mailed code', () => {
  test('presses the link, and with the code decides on the page and confirms what it is shown', async () => {
    const one = on();
    await begun(one);
    const { walk, posted } = pages(one, [200, 200, 200, 303, 200, 200, 303]);
    expect([await walk(), await walk()]).toEqual(['ASKED', 'DECIDED']);
    expect(posted).toEqual(['held', 'held code', DECISION, 'held confirm']);
  });

  test.each([
    ['a link that is dead', [404]],
    ['a button that leads nowhere', [200, 500]],
  ])('stops at %s, and says so', async (_what, answers) => {
    const one = on();
    await begun(one);
    await expect(pages(one, answers).walk()).rejects.toThrow('canary');
  });

  test.each([
    ['a code that is refused', [200, 200, 200, 422]],
    ['a record that is not shown', [200, 200, 200, 303, 403]],
    ['a decision that is refused', [200, 200, 200, 303, 200, 422]],
    ['a confirmation that is refused', [200, 200, 200, 303, 200, 200, 409]],
  ])('stops at %s, and says so', async (_what, answers) => {
    const one = on();
    await begun(one);
    const { walk } = pages(one, answers);
    await walk();
    await expect(walk()).rejects.toThrow('canary');
  });

  test('waits while its mailbox is empty, and where nothing was sent today', async () => {
    const one = on();
    const { walk } = pages(one, []);
    expect(await walk()).toBe('WAITS');
  });
});

describe('the mark of the canary', () => {
  test('lets the canary decide nothing that a referrer sent', async () => {
    const one = on();
    const reference = await refer(one, 'C01');
    const { task } = await caseOf(one, reference);
    const by = { person: CANARY_ID, deciderName: 'Canary', deciderRole: 'Test', outcome: 'DECLINE', reason: 'A test' };
    expect(await one.decide({ reference, taskId: task?.id ?? '', ...by })).toEqual({ kind: 'CLOSED' });
  });

  test('lets no member of staff decide what the canary sent', async () => {
    const one = on();
    const { reference } = await begun(one);
    const { task } = await caseOf(one, reference);
    const by = { person: deciderId, deciderName: 'Sam', deciderRole: 'Triager', outcome: 'DECLINE', reason: 'A test' };
    expect(await one.decide({ reference, taskId: task?.id ?? '', ...by })).toEqual({ kind: 'CLOSED' });
  });
});
