import { describe, expect, it } from 'vitest';
import { visitsAhead } from '#application/downtime/visits-ahead.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { addDays } from '#domain/values/dates.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { printPack } from '#web/downtime/pack.ts';
import { downtimeWords as words } from '#web/downtime/words.ts';
import { packWords } from '#web/staff/meetings/words.ts';
import { testConfig } from '../service-config.ts';
import { childOf, lists } from './lists-world.ts';
import { meetingWorld, NEXT, nth, secrets, TODAY, told } from './meeting-world.ts';
import { visiting } from './visiting-world.ts';
import type { triageWorld } from './world.ts';

type World = Pick<Awaited<ReturnType<typeof triageWorld>>, 'deps' | 'stores'>;

/** The pack of this day, as it is printed. */
function packOf({ deps, stores }: World, day: string): Promise<string> {
  const { capacity, indexes } = stores;
  return printPack({ ...deps, config: testConfig, capacity, visitsAhead: visitsAhead({ indexes }) })(day);
}

const adult = { name: 'Pat Quist', relationship: 'mother', email: 'pat@example.org', phone: '01632 960222' };
const family = {
  ...referralExample,
  ...{ home: { address: '1 Open Lane, Taunton' }, homeSafetyNotes: 'A dog in the yard', family: { parents: [adult] } },
};
const flagged = { ...family, family: { parents: [{ ...adult, safeContact: 'Text only, after 6pm' }] } };
const { firstName } = referralExample.child;

describe('the visits of a downtime pack', () => {
  it('have who visits, when, who the child is, where they live, whom to call, and what to know before', async () => {
    const world = await visiting(family);
    await world.plan('29');
    const pack = await packOf(world, TODAY);
    for (const said of ['kim Park', '29 September 2026 at 9:30am', firstName, '1 Open Lane', adult.phone, 'A dog'])
      expect(pack).toContain(said);
  });

  it.each([
    ['the day itself is over', '24', false],
    ['the next day', '25', true],
    ['the fifth working day', '1', true, '10'],
    ['the sixth working day', '2', false, '10'],
  ])('reach from tomorrow to the fifth working day: %s', async (_which, day, isIn, month = '9') => {
    const world = await visiting(family);
    await world.plan(day, month);
    expect((await packOf(world, TODAY)).includes(childOf(0))).toBe(isIn);
  });

  it('say of a flagged family its reference, and to ask, and nothing else', async () => {
    const world = await visiting(flagged);
    await world.plan('29');
    const pack = await packOf(world, TODAY);
    for (const said of [childOf(0), words.flagged]) expect(pack).toContain(said);
    const hidden = [firstName, '29 September', '1 Open Lane', adult.name, adult.phone, 'A dog', 'Text only'];
    for (const said of hidden) expect(pack).not.toContain(said);
  });

  it('give no number that a person must not call', async () => {
    const world = await visiting({ ...family, family: { parents: [{ ...adult, parentalResponsibility: false }] } });
    await world.plan('29');
    const pack = await packOf(world, TODAY);
    expect([pack.includes(firstName), pack.includes(adult.phone)]).toEqual([true, false]);
  });

  it('have no one who only waits: a pack holds no lists', async () => {
    const world = await lists([{ pathway: 'HOME_VISITING', band: 1 }, { pathway: 'INITIAL_ASSESSMENT' }], family);
    const pack = await packOf(world, TODAY);
    expect([childOf(0), childOf(1), firstName].filter((said) => pack.includes(said))).toEqual([]);
    expect(pack).toContain(words.noVisits);
  });

  it('are a reading of each record by the service itself, before it is printed', async () => {
    const world = await visiting(family);
    await world.plan('29');
    await packOf(world, TODAY);
    const readings = await world.stores.access.readingsOf(childOf(0));
    const ofPack = readings.filter(({ what }) => what === 'DOWNTIME_PACK');
    expect(ofPack.map(({ by }) => by)).toEqual([MACHINE]);
  });

  it('leave out a child who has died', async () => {
    const world = await visiting(family);
    await world.plan('29');
    await world.deps.recordDeath({ reference: childOf(0), by: MACHINE });
    expect(await packOf(world, TODAY)).not.toContain(childOf(0));
  });
});

describe('the agenda of a downtime pack', () => {
  const due = '2026-10-06T09:00:00.000Z';

  it.each([
    ['two working days before', addDays(NEXT, -4), false],
    ['the working day before', addDays(NEXT, -1), true],
    ['the day itself, which has its pack', NEXT, false],
  ])('is there on the working day before the meeting: %s', async (_which, day, isIn) => {
    const world = await meetingWorld([{ due, isPlain: true }]);
    expect((await packOf(world, day)).includes(nth(0))).toBe(isIn);
  });

  it('has a page a child, as the pack of the meeting has', async () => {
    const world = await meetingWorld([{ due, isPlain: true }]);
    const pack = await packOf(world, addDays(NEXT, -1));
    for (const said of [told.child.lastName, packWords.areas, told.story.worrying]) expect(pack).toContain(said);
  });

  it('leaves out addresses, contacts and safety facts', async () => {
    const world = await meetingWorld([{ due }]);
    const pack = await packOf(world, addDays(NEXT, -1));
    for (const secret of secrets) expect(pack).not.toContain(secret);
  });
});

it('a pack says when it was written, what to do, and whom to call', async () => {
  const pack = await packOf(await meetingWorld(), TODAY);
  const numbers = testConfig.emergencyNumbers.map(({ number }) => number);
  for (const said of ['24 September 2026 at', words.shred, words.useTitle, ...words.after.slice(1), ...numbers])
    expect(pack).toContain(said);
});

it('a pack needs nothing from anywhere else, and runs nothing', async () => {
  const pack = await packOf(await meetingWorld(), TODAY);
  expect(pack).not.toMatch(/<script|<link|<img|src=|href=|url\(/);
});
