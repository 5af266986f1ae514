import { expect, test, vi } from 'vitest';
import { doImports } from '#application/lists/import/do-imports.ts';
import { doSchool } from '#application/starting-school/do-school.ts';
import { cohortState } from '#application/starting-school/read-cohort.ts';
import { whyTodoIsOver } from '#domain/case/todo-over.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testConfig } from '#test/http/service-config.ts';
import { endedRow } from '../unit/domain/lists/import/present-sample.ts';
import { instance } from './instance.ts';
import { caseOf } from './road.ts';

const by = personActor('manager_1', 'Sam', 'service manager');
const VENUE = 'Example Hall';
/** The child of the row was born on 10 September 2023. */
const YEAR = 2028;

/** A family whose support ended before the service began, the dates of its summer term, and what the manager does. */
async function broughtIn() {
  const one = instance();
  const deps = { ...one, config: testConfig, policy: defaultPolicy, now: one.clock.now };
  const lists = doImports({ ...deps, claimKey: async () => 'a key of the test' });
  const { id } = await lists.bringIn([{ row: 2, cells: endedRow }], by);
  const reference = (await lists.readReport(id))?.rows[0]?.reference ?? '';
  const on = ['04-13', '04-20', '04-27', '05-04', '05-11'].map((day) => `${YEAR}-${day}`);
  const dates = { town: 'Taunton', year: YEAR, on, from: '10:00', until: '11:30', venue: VENUE } as const;
  await one.changeTeam({ change: 'SCHOOL', ...dates }, MACHINE);
  const release = async () => {
    await lists.signImport(id, { compared: 'yes', reason: '' }, by);
    await lists.releaseImport(id, by);
  };
  /** The same child without an NHS number in a second file, which is released. */
  const again = async () => {
    const file = await lists.bringIn([{ row: 2, cells: { ...endedRow, own_reference: 'A-2' } }], by);
    await lists.signImport(file.id, { compared: 'yes', reason: '' }, by);
    await lists.releaseImport(file.id, by);
    const own = (await lists.readReport(file.id))?.rows[0]?.reference;
    return { reference: own, play: () => lists.inviteToPlay(file.id, by) };
  };
  const school = doSchool(deps);
  const invite = async () => school.confirmCohort({ year: YEAR, ...cohortState(await school.readCohort(YEAR)) }, by);
  const days = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      one.clock.advanceMinutes(24 * 60);
      await one.sweep();
      await one.drain();
    }
  };
  const noEmail = async () => {
    const { shown: _shown, events: _events, ...stored } = await caseOf(one, reference);
    const noFamilyEmail = { at: one.clock.now(), by, reason: 'Someone else reads it' };
    await one.cases.saveCase({ ...stored, noFamilyEmail, version: stored.version + 1 });
  };
  return { one, reference, again, release, invite, days, noEmail, play: () => lists.inviteToPlay(id, by) };
}

test('a family whose support ended before the service began hears nothing, before the release or after', async () => {
  const { one, reference, release, days } = await broughtIn();
  await days(3);
  await release();
  await days(30);
  expect([one.mail, await one.todos.todosOf(reference)]).toEqual([[], []]);
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'CLOSED', parked: null, next: 'DONE' });
});

test('it is invited to Starting School once a manager has released the file and confirmed the cohort', async () => {
  const { one, release, invite, days } = await broughtIn();
  expect(await invite()).toMatchObject({ invited: 0 });
  await release();
  expect(await invite()).toMatchObject({ invited: 1, left: [] });
  await days(2);
  expect(one.mail.filter(({ text }) => text.includes(VENUE)).map(({ to }) => to)).toEqual([endedRow.parent_email]);
});

test('it is told in person where staff recorded that no email may reach it', async () => {
  const { one, reference, release, invite, days, noEmail } = await broughtIn();
  await noEmail();
  await release();
  await invite();
  await days(1);
  expect(one.mail.filter(({ to }) => to === endedRow.parent_email)).toEqual([]);
  expect((await one.todos.todosOf(reference)).map(({ why }) => why)).toEqual(['STARTING_SCHOOL']);
});

test('it is invited to Stay and Play once, where a manager presses after the release, and not before', async () => {
  const { one, release, play, days } = await broughtIn();
  await play();
  await days(1);
  expect(one.mail).toEqual([]);
  await release();
  await Promise.all([play(), play()]);
  await days(2);
  expect(one.mail.map(({ to }) => to)).toEqual([endedRow.parent_email]);
});

test('a child who came by two files under two references is invited to Stay and Play once (twice)', async () => {
  const { one, again, release, play, days } = await broughtIn();
  await release();
  await play();
  const second = await again();
  expect(second.reference).toBeDefined();
  await second.play();
  await days(2);
  expect(one.mail.map(({ to }) => to)).toEqual([endedRow.parent_email]);
});

test('a child who came by two files is invited once, where two managers press for both in the same second (race)', async () => {
  const { one, again, release, play, days } = await broughtIn();
  await release();
  const second = await again();
  expect(second.reference).toBeDefined();
  await Promise.all([play(), second.play()]);
  await days(2);
  expect(one.mail.map(({ to }) => to)).toEqual([endedRow.parent_email]);
});

test('a press that was cut off before it invited is finished by the press for the other file (half-finished)', async () => {
  const { one, reference, again, release, play, days } = await broughtIn();
  await release();
  const second = await again();
  const save = vi.spyOn(one.cases, 'saveCase').mockRejectedValueOnce(new Error('cut off'));
  await expect(play()).rejects.toThrow('cut off');
  save.mockRestore();
  await second.play();
  await days(2);
  expect(one.mail.map(({ to }) => to)).toEqual([endedRow.parent_email]);
  expect((await caseOf(one, reference)).imported).toMatchObject({ play: { by } });
});

test('a child who has died by one of two references is invited to nothing by the other (late)', async () => {
  const { one, reference, again, release, days, invite } = await broughtIn();
  await release();
  const second = await again();
  await one.died({ reference, by });
  await second.play();
  await invite();
  await days(2);
  expect(one.mail).toEqual([]);
  expect((await caseOf(one, second.reference ?? '')).school).not.toHaveProperty('invited');
});

test('it is invited to Stay and Play in person where staff recorded that no email may reach it', async () => {
  const { one, reference, release, play, days, noEmail } = await broughtIn();
  await noEmail();
  await release();
  await play();
  await days(1);
  expect(one.mail.filter(({ to }) => to === endedRow.parent_email)).toEqual([]);
  const todos = await one.todos.todosOf(reference);
  expect(todos.map(({ kind, why }) => `${kind} ${why}`)).toEqual(['TELL_IN_PERSON STAY_AND_PLAY']);
  const now = await caseOf(one, reference);
  expect(todos.map((todo) => whyTodoIsOver(todo, now))).toEqual([undefined]);
});

test('a child who goes to school by now is not invited to Stay and Play (late)', async () => {
  const { one, release, play, days } = await broughtIn();
  await release();
  one.clock.advanceMinutes((Date.parse(`${YEAR}-09-01T09:00:00.000Z`) - Date.parse(one.clock.now())) / 60_000);
  await play();
  await days(1);
  expect(one.mail).toEqual([]);
});

test('of a child who has died since no one is told, and they are in no cohort', async () => {
  const { one, reference, release, invite, play, days } = await broughtIn();
  await release();
  await play();
  await one.died({ reference, by });
  expect(await invite()).toMatchObject({ invited: 0 });
  await days(1);
  expect(one.mail).toEqual([]);
});
