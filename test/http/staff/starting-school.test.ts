import { afterEach, describe, expect, it, vi } from 'vitest';
import { deathRecorded } from '#domain/case/death.ts';
import { personActor } from '#domain/people/actor.ts';
import { newSupport } from '#domain/support/make.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { GROUPS_AT, schoolRegisterAt } from '#web/staff/groups/address.ts';
import { groupsWords as groups } from '#web/staff/groups/words.ts';
import { changeInWords, settingsWords } from '#web/staff/settings/words.ts';
import { SCHOOL_AT, SESSIONS_AT, schoolChildAt } from '#web/staff/starting-school/address.ts';
import { answerInWords } from '#web/staff/starting-school/view.ts';
import {
  schoolFaultWords,
  schoolSessionsFaultWords,
  whyInWords,
  schoolWords as words,
} from '#web/staff/starting-school/words.ts';
import { hidden } from '../browser.ts';
import { caseOnReceipt, storedReferral } from '../records.ts';
import { childOf, entryOf, LISTED_AT, lists } from './lists-world.ts';

const by = personActor('pat', 'Pat', 'Service manager');
const moment = { now: LISTED_AT, policyVersion: 1 };
const YEAR = 2027;
const sessions = {
  ...{ year: String(YEAR), town: 'Taunton', from: '10am', until: '11.30am', venue: 'Example Hall' },
  ...Object.fromEntries(
    [13, 20, 27].flatMap((day, n) => dateFields(n + 1, day, 4)).concat(dateFields(4, 4, 5), dateFields(5, 11, 5)),
  ),
};

function dateFields(n: number, day: number, month: number): [string, string][] {
  return [
    [`on${n}-day`, String(day)],
    [`on${n}-month`, String(month)],
    [`on${n}-year`, String(YEAR)],
  ];
}

/** Children who start school in 2027: the first had home visits, the second the Portage group, the third neither. */
async function cohort(had: readonly (string | undefined)[] = ['HOME_VISITING', 'PORTAGE_GROUP', undefined]) {
  const world = await lists([]);
  const { stores, manager } = world;
  for (const [n, pathway] of had.entries()) {
    const reference = childOf(n);
    const child = { ...referralExample.child, firstName: `Child${n}`, nhsNumber: undefined };
    await stores.referrals.putReferral({ ...storedReferral({ ...referralExample, child }), reference });
    const toSupport = pathway ? { toSupport: { at: LISTED_AT, doneAt: LISTED_AT } } : {};
    await stores.cases.createCase({
      ...{ ...caseOnReceipt(), reference, status: 'CLOSED', next: 'DONE', outbox: [], school: { year: YEAR } },
      ...{ listedAt: LISTED_AT, ...toSupport },
    });
    if (!pathway) continue;
    const started = { on: '2026-01-05', at: LISTED_AT, by, pathway };
    await stores.supports.createSupport({ ...newSupport(reference, entryOf(n), moment), list: null, started });
  }
  const setDates = async (typed: Readonly<Record<string, string>> = sessions) => {
    const page = await manager.get(SESSIONS_AT);
    const own = { csrf: hidden(page, 'csrf'), version: hidden(page, 'version') };
    const send = (more = {}) => manager.post(SESSIONS_AT, { ...own, ...typed, ...more });
    return { send, answer: await send() };
  };
  const open = async (at = SCHOOL_AT, query: Readonly<Record<string, string>> = {}) => {
    const page = await manager.get(at, query);
    const names = ['csrf', 'year', 'references', 'dates'];
    const own = Object.fromEntries(
      names.flatMap((name) => (page.body.includes(`name="${name}"`) ? [[name, hidden(page, name)]] : [])),
    );
    return { page, post: (fields: Record<string, string>) => manager.post(at, { ...own, ...fields }) };
  };
  const schoolOf = async (n: number) => (await stores.cases.readCase(childOf(n)))?.school;
  return { ...world, setDates, open, schoolOf };
}

const confirm = { change: 'CONFIRM' };
const defer = { change: 'DEFER', isDeferred: 'YES', deferReason: 'As the school agreed' };

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the cohort of Starting School', () => {
  it('says of each child why, names no one, and is confirmed by one press for everyone whom the rules name', async () => {
    const { setDates, open, schoolOf, deps } = await cohort();
    expect((await open()).page.body).toContain(words.noSessions);
    expect((await setDates()).answer.status).toBe(303);
    const { page, post } = await open();
    for (const why of ['HAD_HOME_VISITING', 'HAD_PORTAGE_GROUP', 'HAD_STAY_AND_PLAY'] as const)
      expect(page.body).toContain(whyInWords(why));
    expect(page.body).not.toContain('Child0');
    const done = await post(confirm);
    expect([done.status, done.location]).toEqual([303, `${SCHOOL_AT}?year=${YEAR}&invited=2`]);
    const invited = { year: YEAR, town: 'Taunton', toTell: deps.now() };
    expect([await schoolOf(0), await schoolOf(1)]).toMatchObject([{ invited }, { invited }]);
    expect((await schoolOf(2))?.invited).toBeUndefined();
    expect((await open()).page.body).toContain(words.noAnswerYet);
  });

  it('invites no one twice, whoever presses again (twice)', async () => {
    const { setDates, open, stores } = await cohort();
    await setDates();
    const [one, other] = [await open(), await open()];
    await one.post(confirm);
    const version = (await stores.cases.readCase(childOf(0)))?.version;
    const again = await other.post(confirm);
    expect([again.status, again.location]).toEqual([303, `${SCHOOL_AT}?year=${YEAR}&invited=0`]);
    expect((await stores.cases.readCase(childOf(0)))?.version).toBe(version);
  });

  it('invites no one where a child joined the cohort, or the dates moved, since the form was shown (late)', async () => {
    const { setDates, open, schoolOf } = await cohort();
    await setDates();
    const shown = await open();
    const choosing = { change: 'CHOOSE', [`child-${childOf(2)}`]: 'yes', isInvited: 'YES', reason: 'They asked' };
    expect((await (await open()).post(choosing)).status).toBe(303);
    const late = await shown.post(confirm);
    expect([late.status, late.body.includes(words.changed)]).toEqual([409, true]);
    const next = await open();
    await setDates({ ...sessions, venue: 'Another hall' });
    expect((await next.post(confirm)).status).toBe(409);
    expect([await schoolOf(0), await schoolOf(2)].map((school) => school?.invited)).toEqual([undefined, undefined]);
  });

  it('invites no one before there are dates (out of order), and passes over what is no reference (hostile)', async () => {
    const { open, setDates, schoolOf } = await cohort();
    const early = await (await open()).post({ ...confirm, references: `${childOf(0)} ${childOf(1)}`, dates: '' });
    expect([early.status, early.body.includes(words.noDates)]).toEqual([409, true]);
    await setDates();
    const hostile = await (await open()).post({ ...confirm, references: '<script> ../..', year: '9999' });
    expect([hostile.status, hostile.body.includes('<script> ..')]).toEqual([409, false]);
    expect((await schoolOf(0))?.invited).toBeUndefined();
  });

  it('never shows a child who has died, and one with two referrals once', async () => {
    const { stores, open } = await cohort();
    const dead = await stores.cases.readCase(childOf(0));
    const recorded = dead && deathRecorded(dead, moment, by);
    if (dead && recorded) await stores.cases.saveCase({ ...recorded, version: dead.version + 1 });
    const twin = await stores.referrals.readReferral(childOf(1));
    const other = await stores.cases.readCase(childOf(1));
    if (!twin || !other) throw new Error('The second child is there.');
    const reference = childOf(7);
    await stores.referrals.putReferral({ ...twin, reference, keyHash: 'another' });
    await stores.cases.createCase({ ...other, reference, version: 1, toSupport: undefined, status: 'ON_WAITING_LIST' });
    const { body } = (await open()).page;
    expect([body.includes(childOf(0)), body.includes(childOf(1)), body.includes(reference)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(body).toContain(whyInWords('HAD_PORTAGE_GROUP'));
  });

  it('keeps what was typed of a decision, with each fault at its question (malformed)', async () => {
    const { open, schoolOf } = await cohort();
    const wrong = await (await open()).post({ change: 'CHOOSE', reason: '', 'child-NOBODY': 'yes' });
    expect(wrong.status).toBe(422);
    for (const path of ['child', 'isInvited', 'reason']) expect(wrong.body).toContain(`href="#${path}"`);
    const half = await (await open()).post({ change: 'CHOOSE', reason: 'They asked', [`child-${childOf(2)}`]: 'yes' });
    expect([half.status, half.body.includes('They asked')]).toEqual([422, true]);
    expect(await schoolOf(2)).toEqual({ year: YEAR });
  });

  it('opens a child whom an earlier release accepted, by reference, and no other', async () => {
    const { open, stores, schoolOf } = await cohort();
    const before = await stores.cases.readCase(childOf(2));
    if (before) await stores.cases.saveCase({ ...before, school: undefined, version: before.version + 1 });
    const found = await (await open()).post({ change: 'FIND', reference: ` ${childOf(2).toLowerCase()} ` });
    expect([found.status, found.location]).toEqual([303, schoolChildAt(childOf(2))]);
    expect((await schoolOf(2))?.year).toBeGreaterThan(2020);
    const unknown = await (await open()).post({ change: 'FIND', reference: childOf(8) });
    expect([unknown.status, unknown.body.includes(words.findUnknown)]).toEqual([422, true]);
  });
});

describe('one child who starts school', () => {
  it('has the answer of the family by two presses: open the child, and save', async () => {
    const { setDates, open, schoolOf } = await cohort();
    await setDates();
    await (await open()).post(confirm);
    const at = schoolChildAt(childOf(0));
    const child = await open(at);
    expect(child.page.body).toContain('Child0');
    const saved = await child.post({ change: 'ANSWER', what: 'YES' });
    expect([saved.status, saved.location]).toEqual([303, `${at}?done=yes`]);
    expect((await schoolOf(0))?.answer?.what).toBe('YES');
    expect((await child.post({ change: 'ANSWER', what: 'YES' })).location).toBe(`${at}?done=no`);
    const wrong = await child.post({ change: 'ANSWER', what: 'MAYBE' });
    expect([wrong.status, wrong.body.includes(String(schoolFaultWords.ANSWER_MISSING))]).toEqual([422, true]);
    expect((await open()).page.body).toContain(answerInWords('YES'));
  });

  it('starts a year later with a reason, and then stands in the year after', async () => {
    const { open, schoolOf } = await cohort();
    const child = await open(schoolChildAt(childOf(0)));
    const without = await child.post({ ...defer, deferReason: '' });
    expect([without.status, without.body.includes('href="#deferReason"')]).toEqual([422, true]);
    expect((await child.post(defer)).status).toBe(303);
    expect((await schoolOf(0))?.deferredEntry?.reason).toBe(defer.deferReason);
    expect((await open()).page.body).not.toContain(childOf(0));
    expect((await open(SCHOOL_AT, { year: String(YEAR + 1) })).page.body).toContain(childOf(0));
  });

  it('of a child who has died nothing is asked or saved (late)', async () => {
    const { open, stores } = await cohort();
    const child = await open(schoolChildAt(childOf(0)));
    const dead = await stores.cases.readCase(childOf(0));
    const recorded = dead && deathRecorded(dead, moment, by);
    if (dead && recorded) await stores.cases.saveCase({ ...recorded, version: dead.version + 1 });
    expect((await child.post(defer)).status).toBe(404);
    expect((await open(schoolChildAt(childOf(0)))).page.body).toContain(words.died);
  });
});

describe('the register of a session', () => {
  const FIRST = schoolRegisterAt('Taunton', `${YEAR}-04-13`);

  /** Two families who were invited, the first of whom said yes, on the day of the second session. */
  async function term() {
    const world = await cohort();
    const { setDates, open, clock, enter, stores } = world;
    await setDates();
    await (await open()).post(confirm);
    await (await open(schoolChildAt(childOf(0)))).post({ change: 'ANSWER', what: 'YES' });
    clock.advanceMinutes((Date.parse(`${YEAR}-04-20T12:00:00.000Z`) - Date.parse(clock.now())) / 60_000);
    const manager = await enter('manager@example.org');
    const register = async (at = FIRST) => {
      const page = await manager.get(at);
      const own = { csrf: hidden(page, 'csrf'), seen: hidden(page, 'seen') };
      return { page, save: (typed: Record<string, string> = {}) => manager.post(at, { ...own, ...typed }) };
    };
    const cameOf = async (n: number) =>
      (await stores.cases.readCase(childOf(n)))?.school?.attendance?.map(({ on, isPresent }) => `${on} ${isPresent}`);
    return { ...world, manager, register, cameOf };
  }

  it('is filled in by two presses where those came who had said yes: open the session, and save', async () => {
    const { manager, register, cameOf } = await term();
    expect((await manager.get(GROUPS_AT)).body).toContain(`href="${FIRST}"`);
    const { page, save } = await register();
    for (const said of ['Child0', 'Child1', groups.schoolMissed, groups.schoolCame]) expect(page.body).toContain(said);
    expect((await save()).status).toBe(303);
    expect([await cameOf(0), await cameOf(1)]).toEqual([[`${YEAR}-04-13 true`], undefined]);
    expect((await register()).page.body).toContain(groups.came);
  });

  it('is one press from the groups, which read no child of the year for it, however many there are', async () => {
    const { manager, stores } = await term();
    const [cases, years] = [vi.spyOn(stores.cases, 'readCase'), vi.spyOn(stores.indexes, 'startsSchoolIn')];
    expect((await manager.get(GROUPS_AT)).body).toContain(`href="${FIRST}"`);
    expect([cases.mock.calls, years.mock.calls]).toEqual([[], []]);
    await manager.get(FIRST);
    expect([cases.mock.calls.length > 0, years.mock.calls.length]).toEqual([true, 1]);
  });

  it('reads no more than the case of a child of that year who is not on it', async () => {
    const { manager, stores } = await term();
    const [referrals, supports] = [
      vi.spyOn(stores.referrals, 'readReferral'),
      vi.spyOn(stores.supports, 'readSupport'),
    ];
    await manager.get(FIRST);
    const read = [referrals, supports].map(({ mock }) => new Set(mock.calls.flat()));
    expect(read.map((some) => [some.has(childOf(0)), some.has(childOf(2))])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('has no child of whom another referral says that they have died', async () => {
    const { register, stores, deps } = await term();
    const [twin, other] = [await stores.referrals.readReferral(childOf(0)), await stores.cases.readCase(childOf(2))];
    if (!twin || !other) throw new Error('Both children are there.');
    const reference = childOf(7);
    await stores.referrals.putReferral({ ...twin, reference, keyHash: 'another' });
    await stores.cases.createCase({ ...other, reference, version: 1 });
    expect((await register()).page.body).toContain('Child0');
    await deps.recordDeath({ reference, by });
    expect((await register()).page.body).not.toContain('Child0');
  });

  it('is corrected later, and both records stand in the history', async () => {
    const { register, cameOf, stores } = await term();
    await (await register()).save({ [`came-${childOf(1)}`]: 'yes' });
    await (await register()).save({ [`missed-${childOf(0)}`]: 'yes' });
    expect([await cameOf(0), await cameOf(1)]).toEqual([[`${YEAR}-04-13 false`], [`${YEAR}-04-13 false`]]);
    const history = (await stores.cases.readCase(childOf(0)))?.history ?? [];
    expect(history.filter(({ event }) => event === 'SCHOOL_ATTENDANCE')).toHaveLength(2);
  });

  it('shows on the page of the child to which sessions they came, and the manager how many came', async () => {
    const { manager, register } = await term();
    await (await register()).save();
    await (await register(schoolRegisterAt('Taunton', `${YEAR}-04-20`))).save({ [`missed-${childOf(0)}`]: 'yes' });
    const child = (await manager.get(schoolChildAt(childOf(0)))).body;
    for (const said of [words.cameTo, `13 April ${YEAR}`, words.didNotCome, `20 April ${YEAR}`])
      expect(child).toContain(said);
    const { body } = await manager.get(SCHOOL_AT, { year: String(YEAR) });
    for (const said of [words.cameOnce(1, 2), groups.counts(1, 0), groups.counts(0, 1)]) expect(body).toContain(said);
  });

  it('is saved once by a form that is sent twice, and shows the second of two people what the first saved (race)', async () => {
    const { register, cameOf, stores } = await term();
    const [one, other] = [await register(), await register()];
    await one.save();
    const version = (await stores.cases.readCase(childOf(0)))?.version;
    expect((await one.save()).status).toBe(303);
    expect((await stores.cases.readCase(childOf(0)))?.version).toBe(version);
    const late = await other.save({ [`missed-${childOf(0)}`]: 'yes' });
    expect([late.status, late.body.includes(groups.changed)]).toEqual([409, true]);
    expect(await cameOf(0)).toEqual([`${YEAR}-04-13 true`]);
  });

  it.each([
    ['a day that is still to come', 'Taunton', `${YEAR}-04-27`],
    ['a day without a session', 'Taunton', `${YEAR}-04-14`],
    ['a town without dates', 'Frome', `${YEAR}-04-13`],
    ['a town that there is not', 'Atlantis', `${YEAR}-04-13`],
    ['no day at all', 'Taunton', 'tomorrow'],
  ])('is not there for %s (malformed)', async (_what, town, on) => {
    const { manager } = await term();
    expect((await manager.get(schoolRegisterAt(town, on))).status).toBe(404);
  });

  it('has no child who has died, and saves nothing of one who died since it was opened (late)', async () => {
    const { register, deps, cameOf } = await term();
    const { save } = await register();
    await deps.recordDeath({ reference: childOf(0), by });
    await save();
    expect(await cameOf(0)).toBeUndefined();
    expect((await register()).page.body).not.toContain('Child0');
  });
});

describe('the dates of the sessions', () => {
  it('are five in order within the summer term, each fault at its date, and nothing else is saved (malformed)', async () => {
    const { setDates, stores } = await cohort();
    const { answer } = await setDates({ ...sessions, 'on2-day': '12', 'on3-month': '13', 'on5-month': '9', venue: '' });
    expect(answer.status).toBe(422);
    for (const at of ['on3-month', 'venue']) expect(answer.body).toContain(`href="#${at}"`);
    const order = await setDates({ ...sessions, 'on2-day': '12', 'on5-month': '9' });
    for (const code of ['SESSION_NOT_AFTER', 'SESSION_NOT_IN_SUMMER'] as const)
      expect(order.answer.body).toContain(String(schoolSessionsFaultWords[code]));
    expect((await stores.team.readTeam())?.startingSchool).toBeUndefined();
  });

  it('show the second of two managers what the first has saved, and can be taken away again (race)', async () => {
    const { setDates, stores, manager } = await cohort();
    const { send } = await setDates();
    const kept = (await stores.team.readTeam())?.startingSchool;
    expect(kept).toMatchObject([{ town: 'Taunton', year: YEAR, on: { length: 5 }, from: '10:00', until: '11:30' }]);
    const late = await send({ venue: 'Another hall' });
    expect([late.status, late.body.includes(settingsWords.changedSince)]).toEqual([409, true]);
    expect((await stores.team.readTeam())?.startingSchool).toEqual(kept);
    expect((await setDates({ change: 'REMOVE', town: 'Taunton', year: String(YEAR) })).answer.status).toBe(303);
    expect((await stores.team.readTeam())?.startingSchool).toEqual([]);
    expect((await manager.get('/staff/settings')).body).toContain(changeInWords('STARTING_SCHOOL_CHANGED'));
  });
});
