import { describe, expect, test } from 'vitest';
import { doLists } from '#application/lists/do-lists.ts';
import { lookAtLists } from '#application/lists/look-at-lists.ts';
import type { IndexedRow } from '#domain/lists/balance/index-faults.ts';
import { markOf } from '#domain/lists/mark.ts';
import { promptWords } from '#domain/lists/prompt-words.ts';
import { personActor } from '#domain/people/actor.ts';
import { lookedAt, nextOpening } from '#domain/people/opening.ts';
import { seededTeam } from '#domain/people/seed.ts';
import type { Everyone } from '#domain/ports/everyone.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { VISITS } from '#domain/support/block.ts';
import { testConfig } from '#test/http/service-config.ts';
import { gateAnswers } from '#test/unit/domain/support/gate-sample.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood, nextDigest, refer } from './road.ts';
import { answer, offered, supportOf } from './support/offered.ts';
import { visitNow, visitsAccepted } from './support/visited.ts';

const by = personActor('manager_1', 'Sam', 'service manager');
const DAY = 24 * 60;

/** A child on a list since a Thursday in September, and the look of a morning. */
async function waiting(outcome = 'ACCEPT_INITIAL_ASSESSMENT') {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, outcome);
  await one.drain();
  const logged: string[] = [];
  const log = { info: () => {}, error: (event: string) => void logged.push(event) };
  const deps = { ...one, config: testConfig, policy: defaultPolicy, now: one.clock.now, log };
  /** On this day, in the morning. */
  const lookOn = (day: string) => {
    const minutes = (Date.parse(`${day}T05:30:00.000Z`) - Date.parse(one.clock.now())) / 60_000;
    one.clock.advanceMinutes(minutes);
    return lookAtLists(deps)();
  };
  return { one, reference, deps, logged, lookOn, lists: doLists(deps) };
}

const OVER = '2027-04-01';

test('what there is to look at stands with the place and in the list, without an event or another mark', async () => {
  const { one, reference, lookOn } = await waiting();
  const before = await caseOf(one, reference);
  expect(await lookOn(OVER)).toEqual({ children: 1, changed: 1, failed: 0 });
  const after = await caseOf(one, reference);
  expect(after.list?.prompts).toContain('OVER_TARGET');
  expect(after.history).toEqual(before.history);
  expect([before.list, after.list].map((list) => list && markOf(list))).toEqual(
    Array.from({ length: 2 }, () => before.list && markOf(before.list)),
  );
  const [row] = await one.indexes.list('INITIAL_ASSESSMENT', after.list?.locality ?? '', 5);
  expect(row?.prompts).toEqual(after.list?.prompts);
});

test('a second look on the same day writes nothing (twice)', async () => {
  const { one, reference, lookOn } = await waiting();
  await lookOn(OVER);
  const { version } = await caseOf(one, reference);
  expect(await lookOn(OVER)).toEqual({ children: 1, changed: 0, failed: 0 });
  expect((await caseOf(one, reference)).version).toBe(version);
});

test('a child whom an earlier release listed is found by the year in which they start school, from the next look on', async () => {
  const { one, reference, lookOn } = await waiting();
  const { school, ...earlier } = await caseOf(one, reference);
  await one.cases.saveCase({ ...earlier, version: earlier.version + 1 });
  const year = school?.year ?? 0;
  const found = async () => (await one.indexes.startsSchoolIn(year, 5)).map((row) => row.reference);
  expect(await found()).toEqual([]);
  await lookOn('2026-12-01');
  expect([await found(), (await caseOf(one, reference)).school]).toEqual([[reference], school]);
});

test('so is one who is visited by then, and one who cannot be read stops no other (malformed)', async () => {
  const { one, reference, deps, logged, lookOn } = await waiting();
  await lookOn('2026-12-01');
  const { school, ...earlier } = await caseOf(one, reference);
  await one.cases.saveCase({ ...earlier, version: earlier.version + 1 });
  const row = { order: '', holder: 'SUPPORT' } as const;
  const visits = [
    { ...row, reference: 'UNKNOWN' },
    { ...row, reference },
  ];
  const readReferral = async (asked: string) => {
    if (asked !== reference) throw new TypeError('Not readable');
    return one.referrals.readReferral(asked);
  };
  const list = async (pathway: string) => (pathway === VISITS ? visits : []);
  await lookAtLists({ ...deps, indexes: { ...one.indexes, list }, referrals: { readReferral } })();
  expect((await caseOf(one, reference)).school).toEqual(school);
  expect(new Set(logged)).toEqual(new Set(['visited-not-looked-at']));
});

test('home visits that are open for 26 weeks are looked at by a manager once, again after as many, and not once closed', async () => {
  const one = instance();
  const reference = await visitsAccepted(one);
  await visitNow(one, reference);
  const looks = { ...one, config: testConfig, policy: defaultPolicy, now: one.clock.now };
  const looked = lookAtLists({ ...looks, log: { info: () => {}, error: () => {} } });
  const list = async (pathway: string) =>
    pathway === VISITS ? [{ order: '', holder: 'SUPPORT', reference } as const] : [];
  const visited = lookAtLists({
    ...looks,
    indexes: { ...one.indexes, list },
    log: { info: () => {}, error: () => {} },
  });
  const asked = async (day: string, look = visited) => {
    one.clock.advanceMinutes((Date.parse(`${day}T05:30:00.000Z`) - Date.parse(one.clock.now())) / 60_000);
    await look();
    return (await one.todos.todosOf(reference)).filter(({ kind }) => kind === 'LOOK_AT_BLOCK').length;
  };
  expect(await asked('2026-10-01', looked)).toBe(0);
  expect(await asked('2027-03-25')).toBe(0);
  expect(await asked('2027-03-30')).toBe(1);
  expect(await asked('2027-03-31')).toBe(1);
  expect(await asked('2027-09-27')).toBe(2);
});

test('the same where no weekly session has taken place, so that the child still stands on the list', async () => {
  const one = instance();
  const reference = await visitsAccepted(one);
  const log = { info: () => {}, error: () => {} };
  const look = lookAtLists({ ...one, config: testConfig, policy: defaultPolicy, now: one.clock.now, log });
  const asked = async (day: string) => {
    one.clock.advanceMinutes((Date.parse(`${day}T05:30:00.000Z`) - Date.parse(one.clock.now())) / 60_000);
    await look();
    return (await one.todos.todosOf(reference)).filter(({ kind }) => kind === 'LOOK_AT_BLOCK').length;
  };
  expect([await asked('2027-03-25'), await asked('2027-03-30'), await asked('2027-03-31')]).toEqual([0, 1, 1]);
});

test('a child who turns 3 before a place in Little Treasures keeps the place, and the manager is prompted in the morning', async () => {
  const { one, reference, lookOn } = await waiting('INVITE_LITTLE_TREASURES');
  await lookOn('2027-09-09');
  expect((await caseOf(one, reference)).list?.prompts).not.toContain('TURNED_3_WHILE_WAITING');
  await lookOn('2027-09-10');
  const { status, list } = await caseOf(one, reference);
  expect([status, list?.pathway, list?.prompts?.includes('TURNED_3_WHILE_WAITING')]).toEqual([
    ...['ON_WAITING_LIST', 'LITTLE_TREASURES'],
    true,
  ]);
  await nextDigest(one);
  // The email ends each line without a full stop.
  const said = (promptWords.get('TURNED_3_WHILE_WAITING') ?? 'none').replace(/\.$/, '');
  expect(one.mail.filter(({ to, text }) => to === 'manager@example.org' && text.includes(said))).toHaveLength(1);
});

test('no one is looked at on a Saturday or a bank holiday', async () => {
  const { lookOn } = await waiting();
  const none = { children: 0, changed: 0, failed: 0 };
  expect([await lookOn('2027-03-29'), await lookOn('2027-04-03')]).toEqual([none, none]);
});

test('a child whose place is held is looked at too, and the hold stays', async () => {
  const { one, reference, lookOn, lists } = await waiting();
  const entry = await lists.readEntry(reference);
  const seen = entry ? markOf(entry) : '';
  await lists.changePlace({ what: 'HOLD', reference, by, seen, reason: 'As the family asked', on: '' });
  expect(await lookOn(OVER)).toMatchObject({ changed: 1 });
  const { list } = await caseOf(one, reference);
  expect([list?.hold?.by, list?.prompts?.includes('OVER_TARGET')]).toEqual([by, true]);
});

test('a child who left the list or died since the index was read is left alone (late)', async () => {
  const { one, reference, deps, lookOn, lists } = await waiting();
  const entry = await lists.readEntry(reference);
  const rows: IndexedRow[] = [];
  for await (const row of one.everyone.listRows()) rows.push(row);
  const removal = {
    gate: gateAnswers,
    why: 'NOT_REACHED',
    how: 'BY_PHONE',
    who: 'Sam',
    on: one.clock.now().slice(0, 10),
  };
  const seen = entry ? markOf(entry) : '';
  await lists.changePlace({ what: 'REMOVE', reference, by, seen, reason: 'No answer', ...removal });
  await lookOn(OVER);
  const { version } = await caseOf(one, reference);
  const listRows = async function* late() {
    yield* rows;
  };
  const looked = await lookAtLists({ ...deps, everyone: { ...one.everyone, listRows } })();
  expect(looked).toMatchObject({ changed: 0, failed: 0 });
  expect(await caseOf(one, reference)).toMatchObject({ version, list: null });
});

test.each([
  ['ACCEPTED', true],
  ['LATER', false],
] as const)(
  'a family that answered %s four weeks ago, with no support begun, is shown to be looked at: %s',
  async (what, isShown) => {
    const one = instance();
    const reference = await offered(one);
    await answer(one, reference, what);
    await one.drain();
    const looks = { ...one, config: testConfig, policy: defaultPolicy, now: one.clock.now };
    const look = lookAtLists({ ...looks, log: { info: () => {}, error: () => {} } });
    one.clock.advanceMinutes(27 * DAY);
    await look();
    expect((await supportOf(one, reference)).list?.prompts ?? []).not.toContain('YES_AND_NOT_BEGUN');
    one.clock.advanceMinutes(DAY);
    await look();
    expect(((await supportOf(one, reference)).list?.prompts ?? []).includes('YES_AND_NOT_BEGUN')).toBe(isShown);
  },
);

test('one child who cannot be read stops no other, and is named (malformed)', async () => {
  const { one, reference, deps, logged, lookOn } = await waiting();
  const other = await refer(one, 'C02');
  await decideForGood(one, other, 'ACCEPT_INITIAL_ASSESSMENT');
  await one.drain();
  const readReferral = async (asked: string) => {
    if (asked === reference) throw new TypeError('Not readable');
    return one.referrals.readReferral(asked);
  };
  await lookOn('2027-04-03');
  one.clock.advanceMinutes(3 * DAY);
  const ofRows: Everyone['ofRows'] = async (rows) =>
    (await one.everyone.ofRows(rows)).map((read) => ({ ...read, referrals: { readReferral } }));
  const looked = await lookAtLists({ ...deps, everyone: { ...one.everyone, ofRows } })();
  expect(looked).toEqual({ children: 2, changed: 1, failed: 1 });
  expect(logged).toEqual(['child-not-looked-at']);
});

test('every three months the family is asked if anything has changed, once each time, and nothing else moves', async () => {
  const { one, reference, lookOn } = await waiting();
  const before = await caseOf(one, reference);
  const asked = async () =>
    (await one.notices.noticesOf(reference)).filter(({ kind }) => kind === 'FAMILY_CHECK_IN').length;
  await lookOn('2026-12-23');
  await one.sweep();
  expect(await asked()).toBe(0);
  for (const day of ['2026-12-24', '2026-12-29', '2026-12-30']) {
    await lookOn(day);
    await one.sweep();
  }
  expect(await asked()).toBe(1);
  await lookOn('2027-03-25');
  await one.sweep();
  expect(await asked()).toBe(2);
  const after = await caseOf(one, reference);
  expect([after.status, after.list?.order]).toEqual([before.status, before.list?.order]);
});

describe('the digest of the manager', () => {
  const AT = 'http://localhost:8080/staff/lists/look-at/over-target';
  const toManager = (one: ReturnType<typeof instance>) =>
    one.mail.filter(({ to, text }) => to === 'manager@example.org' && text.includes(AT));

  test('says once of how many children something is so, with the list of them', async () => {
    const { one, lookOn } = await waiting();
    await lookOn(OVER);
    await nextDigest(one);
    const [email, ...more] = toManager(one);
    expect([one.clock.now(), more]).toEqual([`${OVER}T08:10:00.000Z`, []]);
    expect(email?.text).toContain(`1 child: ${promptWords.get('OVER_TARGET')}`);
    expect(email?.text.split(`\n${AT}\n`)).toHaveLength(2);
    await lookOn('2027-04-02');
    await nextDigest(one);
    expect(toManager(one)).toHaveLength(1);
  });

  test('says nothing of what is so no more by the time it goes (late)', async () => {
    const { one, reference, lookOn, lists } = await waiting();
    await lookOn(OVER);
    const entry = await lists.readEntry(reference);
    const removal = {
      gate: gateAnswers,
      why: 'NOT_REACHED',
      how: 'BY_PHONE',
      who: 'Sam',
      on: one.clock.now().slice(0, 10),
    };
    const seen = entry ? markOf(entry) : '';
    await lists.changePlace({ what: 'REMOVE', reference, by, seen, reason: 'No answer', ...removal });
    await nextDigest(one);
    expect(toManager(one)).toEqual([]);
  });

  test('is owed before a prompt is kept, so a crash in between loses no line (crash)', async () => {
    const { one, deps, lookOn } = await waiting();
    const cases = { ...deps.cases, saveCase: () => Promise.reject(new Error('Cut off')) };
    await lookOn('2027-03-22');
    await nextDigest(one);
    one.clock.advanceMinutes(3 * DAY);
    expect(await lookAtLists({ ...deps, cases })()).toMatchObject({ failed: 1 });
    await lookAtLists(deps)();
    await nextDigest(one);
    expect(toManager(one)).toHaveLength(1);
  });
});

test('a child who has died is in no prompt, no review and no line of a digest', async () => {
  const { one, reference, lookOn } = await waiting();
  expect(await one.died({ reference, by })).toBe('DONE');
  expect(await lookOn(OVER)).toEqual({ children: 0, changed: 0, failed: 0 });
  await nextDigest(one);
  expect((await caseOf(one, reference)).list).toBeNull();
  expect((await one.todos.todosOf(reference)).filter(({ kind }) => kind === 'REVIEW_WAIT')).toEqual([]);
  expect(one.mail.filter(({ text }) => text.includes('/staff/lists/look-at/'))).toEqual([]);
});

test('a review that was asked for ends when the child has died', async () => {
  const { one, reference, lookOn } = await waiting();
  await lookOn(OVER);
  await one.died({ reference, by });
  const [review] = (await one.todos.todosOf(reference)).filter(({ kind }) => kind === 'REVIEW_WAIT');
  expect(review?.done).toBeDefined();
});

describe('a record that an operator opened on a Thursday', () => {
  /** Opened by someone, and the digests that a manager has had by the evening of a day. */
  async function opened(id = 'olly') {
    const by = personActor(id, 'Olly', 'operator');
    const world = await waiting();
    const { one, reference, lookOn } = world;
    const said = { reference, person: { id }, by, because: 'A document does not open' };
    const opening = nextOpening([], said, '2026-09-24T15:00:00.000Z');
    await one.openings.saveOpening(opening);
    const told = async (day: string) => {
      const before = one.mail.length;
      await lookOn(day);
      await nextDigest(one);
      const mails = one.mail.slice(before).filter(({ text }) => text.includes('/staff/openings'));
      return mails.map(({ to, text }) => `${to}: ${/\* (\d+ records? waits?[^.]*)/.exec(text)?.[1]}`);
    };
    return { ...world, opening, told };
  }
  const reminder = 'manager@example.org: 1 record waits for a service manager to look';

  test('is told to the managers each working day once no one has looked for 2, and not before', async () => {
    const { told } = await opened();
    expect(await told('2026-09-25')).toEqual([]);
    expect(await told('2026-09-28')).toEqual([]);
    expect(await told('2026-09-29')).toEqual([reminder]);
    expect(await told('2026-09-30')).toEqual([reminder]);
    expect(await told('2026-10-03')).toEqual([]);
  });

  test('is told no more once a manager has looked, also where they look before the digest goes', async () => {
    const { one, opening, lookOn, told } = await opened();
    await lookOn('2026-09-29');
    const looked = lookedAt(opening, personActor('mo', 'Mo', 'service manager'), one.clock.now());
    expect(looked && (await one.openings.saveOpening(looked))).toBe(true);
    const before = one.mail.length;
    await nextDigest(one);
    expect(one.mail.slice(before).filter(({ text }) => text.includes('/staff/openings'))).toEqual([]);
    expect(await told('2026-09-30')).toEqual([]);
  });

  test('is not told to the one manager who opened it, for someone else must look', async () => {
    const { people } = seededTeam(testConfig);
    const manager = people.find(({ roles }) => roles.includes('SERVICE_MANAGER'));
    const { told } = await opened(manager?.id);
    expect(await told('2026-09-29')).toEqual([]);
  });
});
