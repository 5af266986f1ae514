import { describe, expect, it } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { FORMER_NAME } from '#domain/people/former.ts';
import type { Team } from '#domain/people/team.ts';
import { reference } from '#test/http/records.ts';
import { declined } from '#test/http/referral/standings.ts';
import { erasing } from './world.ts';

const GONE = {
  id: 'c1',
  name: 'Zelda Quagga',
  mailbox: 'Zelda.Quagga@example.org',
  roles: [],
  leave: [],
  isActive: false,
};
const RECENT = { ...GONE, id: 'c2', name: 'Rufus Okapi', mailbox: 'rufus@example.org' };
const HERE = { ...GONE, id: 'c3', name: 'Zelda Quaggart', mailbox: 'azelda.quagga@example.org', isActive: true };
const by = personActor(GONE.id, GONE.name, 'Triager');
const [at, leftLongAgo, leftLately] = [
  '2020-01-01T09:00:00.000Z',
  '2026-10-10T09:00:00.000Z',
  '2028-10-10T09:00:00.000Z',
];
/** The Sunday after 6 years. */
const DAY = '2032-10-17';

const team: Team = {
  version: 1,
  people: [{ ...GONE, leave: [{ from: '2026-01-01', to: '2026-02-01' }] }, RECENT, HERE],
  history: [
    { at, by, what: 'JOINED', person: RECENT.id, to: RECENT.mailbox },
    { at, by, what: 'MAILBOX_CHANGED', person: GONE.id, from: 'z.quagga@example.org', to: GONE.mailbox },
    { at: leftLongAgo, by, what: 'LEFT', person: GONE.id },
    { at: leftLately, by, what: 'LEFT', person: RECENT.id },
  ],
};
const items = [
  { pk: 'CAPACITY', sk: 'RECORD', version: 3, history: [{ at, by, what: 'TERM_REMOVED' }] },
  { pk: 'MAIL#1', sk: 'MAIL', version: 2, closed: { at: leftLately, by, outcome: 'NOT_FOR_US' } },
  { pk: 'IMPORTS', sk: 'IMPORT#1', version: 4, by, signed: { at, by } },
  { pk: 'MEETING#2026-10-06', sk: 'MEETING', version: 1, present: [GONE.name, HERE.name], history: [{ at, by }] },
];
const OF_GONE = /Zelda Quagga\b|[^a]zelda\.quagga@|z\.quagga@/i;

/** A team that someone left long ago and someone lately, and what the first did, with a record of a child. */
async function leftTeam() {
  const world = await erasing();
  await world.stores.team.saveTeam(team);
  for (const item of items) await world.table.put(item);
  await world.put({ ...declined, updatedAt: '2031-01-01T09:00:00.000Z' });
  await world.table.put({ pk: `REF#${reference}`, sk: 'PART#0001', version: 1, by });
  const outside = async () => (await world.all()).filter((line) => !line.includes(reference));
  return { ...world, outside, told: async () => (await outside()).filter((line) => OF_GONE.test(line)) };
}

describe('who left the team', () => {
  it('6 years ago is named nowhere outside the records of children on the first Sunday after that', async () => {
    const { night, told, outside, stores, all } = await leftTeam();
    expect(await told()).toHaveLength(5);
    expect(await night('2032-10-10')).toMatchObject({ former: 0 });
    expect(await told()).toHaveLength(5);
    expect(await night(DAY)).toMatchObject({ former: 1 });
    expect(await told()).toEqual([]);
    expect((await outside()).every((line) => line.includes(FORMER_NAME))).toBe(true);
    expect((await all()).filter((line) => OF_GONE.test(line))).toEqual([expect.stringContaining(reference)]);
    const [gone, recent, here] = (await stores.team.readTeam())?.people ?? [];
    expect(gone).toEqual({ id: GONE.id, name: FORMER_NAME, mailbox: '', roles: [], leave: [], isActive: false });
    expect([recent, here]).toEqual([RECENT, HERE]);
  });

  it('is taken out once (twice)', async () => {
    const { night, outside } = await leftTeam();
    await night(DAY);
    const after = await outside();
    expect(await night(DAY)).toMatchObject({ former: 0 });
    expect(await outside()).toEqual(after);
  });

  it('is taken out by the next Sunday where a night was cut off at any write (half-finished)', async () => {
    for (let writes = 0; writes <= items.length; writes += 1) {
      const { night, deps, table, told } = await leftTeam();
      const put = table.put;
      let left = writes;
      table.put = async (...args) => {
        left -= 1;
        if (left < 0) throw new Error('Cut off');
        return put(...args);
      };
      await expect(night(DAY, { records: deps.records })).rejects.toThrow('Cut off');
      table.put = put;
      expect([writes, (await told()).length > 0]).toEqual([writes, true]);
      await night('2032-10-24');
      expect([writes, await told()]).toEqual([writes, []]);
    }
  });

  it('is not brought back by who had read the item before and saves it after (at once)', async () => {
    const { night, table, told } = await leftTeam();
    const read = await table.get('CAPACITY', 'RECORD');
    await night(DAY);
    const stale = { ...read, pk: 'CAPACITY', sk: 'RECORD', version: 4 };
    expect(await table.put(stale, { equals: { version: 3 } })).toBe(false);
    expect(await told()).toEqual([]);
  });

  it('is taken out also of what someone saves while the night goes through (at once)', async () => {
    const { night, deps, table, told } = await leftTeam();
    const put = table.put;
    table.put = async (item, condition) => {
      table.put = put;
      const { pk, sk } = item;
      const stored = await table.get(pk, sk);
      await put({ ...stored, pk, sk, version: Number(stored?.version) + 1 });
      return put(item, condition);
    };
    expect(await night(DAY, { records: deps.records })).toMatchObject({ former: 1 });
    expect(await told()).toEqual([]);
  });

  it('stays known until the next Sunday where someone was faster each time', async () => {
    const { night, deps, table, told, stores } = await leftTeam();
    const put = table.put;
    table.put = async (item, condition) => (item.pk === 'CAPACITY' ? false : put(item, condition));
    expect(await night(DAY, { records: deps.records })).toMatchObject({ former: 0 });
    expect((await stores.team.readTeam())?.people[0]?.name).toBe(GONE.name);
    table.put = put;
    expect(await night('2032-10-24')).toMatchObject({ former: 1 });
    expect(await told()).toEqual([]);
  });

  it('and came back keeps the mailbox that they have now under another code', async () => {
    const { night, stores } = await leftTeam();
    const back = { ...GONE, id: 'c4', isActive: true };
    await stores.team.saveTeam({ ...team, version: 2, people: [...team.people, back] });
    await night(DAY);
    const people = (await stores.team.readTeam())?.people ?? [];
    expect(people.map(({ id, mailbox }) => [id, mailbox])).toContainEqual(['c4', GONE.mailbox]);
    expect(people[0]).toMatchObject({ name: FORMER_NAME, mailbox: '' });
  });
});
