import { expect, test } from 'vitest';
import { lookAtLists } from '#application/lists/look-at-lists.ts';
import { doSchool } from '#application/starting-school/do-school.ts';
import { cohortState } from '#application/starting-school/read-cohort.ts';
import { whyTodoIsOver } from '#domain/case/todo-over.ts';
import { schoolLineWords } from '#domain/notices/school-lines.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testConfig } from '#test/http/service-config.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood, nextDigest, refer } from './road.ts';

const by = personActor('manager_1', 'Sam', 'service manager');
const VENUE = 'Example Hall';

/** A child on a list, the sessions of the year in which they start school, and a Monday in the spring before. */
async function spring() {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  await one.drain();
  const year = (await caseOf(one, reference)).school?.year ?? 0;
  const on = ['04-13', '04-20', '04-27', '05-04', '05-11'].map((day) => `${year}-${day}`);
  const times = { from: '10:00', until: '11:30' };
  await one.changeTeam({ change: 'SCHOOL', town: 'Taunton', year, on, ...times, venue: VENUE }, MACHINE);
  const log = { info: () => {}, error: () => {} };
  const deps = { ...one, config: testConfig, policy: defaultPolicy, now: one.clock.now, log };
  const monday =
    ['01', '02', '03', '04', '05', '06', '07']
      .map((day) => `${year}-02-${day}`)
      .find((day) => new Date(day).getUTCDay() === 1) ?? '';
  const until = (at: string) => one.clock.advanceMinutes((Date.parse(at) - Date.parse(one.clock.now())) / 60_000);
  until(`${monday}T05:30:00.000Z`);
  const school = doSchool(deps);
  const invite = async () => {
    await school.chooseForSchool(year, { references: [reference], isInvited: 'YES', reason: 'They asked' }, by);
    return school.confirmCohort({ year, ...cohortState(await school.readCohort(year)) }, by);
  };
  const invitations = () => one.mail.filter(({ text }) => text.includes(VENUE));
  const digests = (code: string) =>
    one.mail.filter(({ to, text }) => to === 'manager@example.org' && text.includes(schoolLineWords.get(code) ?? code));
  return { one, reference, year, deps, school, invite, invitations, digests, look: lookAtLists(deps) };
}

test('a family is invited once with dates and place, however often the sweeper looks', async () => {
  const { one, reference, invite, invitations } = await spring();
  expect(await invite()).toEqual({ kind: 'DONE', invited: 1, left: [] });
  await one.sweep();
  await one.sweep();
  expect(invitations().length).toBeGreaterThan(0);
  expect(new Set(invitations().map(({ to }) => to)).size).toBe(invitations().length);
  expect((await caseOf(one, reference)).school?.invited?.toTell).toBeUndefined();
  expect(await invite()).toMatchObject({ invited: 0 });
});

test('a family that was deferred before the sweeper came is told nothing (late)', async () => {
  const { one, reference, school, invite, invitations } = await spring();
  await invite();
  await school.deferEntry(reference, { isDeferred: 'YES', reason: 'As agreed' }, by);
  await one.sweep();
  expect([invitations(), (await caseOf(one, reference)).school?.invited]).toEqual([[], undefined]);
});

test('of a child who died before the sweeper came no one is told (late)', async () => {
  const { one, reference, invite, invitations } = await spring();
  await invite();
  await one.died({ reference, by });
  await one.sweep();
  expect(invitations()).toEqual([]);
});

test('a family that no email may reach is invited by a letter or in person, and the task stands', async () => {
  const { one, reference, invite, invitations } = await spring();
  const theCase = await caseOf(one, reference);
  const { shown: _shown, events: _events, ...stored } = theCase;
  const noFamilyEmail = { at: one.clock.now(), by, reason: 'Someone else reads it' };
  await one.cases.saveCase({ ...stored, noFamilyEmail, version: stored.version + 1 });
  await invite();
  await one.sweep();
  const todos = (await one.todos.todosOf(reference)).filter(({ why }) => why === 'STARTING_SCHOOL');
  expect(todos.length).toBeGreaterThan(0);
  const now = await caseOf(one, reference);
  expect(todos.map((todo) => whyTodoIsOver(todo, now))).toEqual(todos.map(() => undefined));
  expect(invitations()).toEqual([]);
});

test('the manager hears on the first working day of a week in spring what is to be done, and no more once it is', async () => {
  const { one, look, invite, digests } = await spring();
  await look();
  await nextDigest(one);
  expect(digests('SCHOOL_TO_CONFIRM')).toHaveLength(1);
  await invite();
  one.clock.advanceMinutes(24 * 60);
  await look();
  await nextDigest(one);
  expect([digests('SCHOOL_TO_CONFIRM').length, digests('SCHOOL_NO_ANSWER').length]).toEqual([1, 0]);
});
