import type { Staff } from './hand.ts';

/** A day as three fields of a form: `from-day`, `from-month` and `from-year`. */
export function typed(name: string, on: string): Record<string, string> {
  const [year = '', month = '', day = ''] = on.split('-').map((part) => String(Number(part)));
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

const CAPACITY = '/staff/settings/capacity';

/** The two practitioners, with the towns in which they visit and the times of each week. */
export const PRACTITIONERS = [
  {
    ...{ name: 'Kim Park', mailbox: 'kim.park@example.org', away: { first: '2026-10-26', last: '2026-10-30' } },
    visits: [
      { locality: 'Taunton', day: 'TUESDAY', at: '9:30am, 11am, 1:30pm' },
      { locality: 'Bridgwater', day: 'WEDNESDAY', at: '10am, 1pm' },
    ],
  },
  {
    ...{ name: 'Sam Reed', mailbox: 'sam.reed@example.org', away: { first: '2026-11-09', last: '2026-11-13' } },
    visits: [
      { locality: 'Yeovil', day: 'MONDAY', at: '9:30am, 11am' },
      { locality: 'Frome', day: 'THURSDAY', at: '10am' },
    ],
  },
] as const;

const GROUPS = [
  { pathway: 'PORTAGE_GROUP', name: 'Portage group in Taunton', locality: 'Taunton', day: 'MONDAY', places: '3' },
  { pathway: 'LITTLE_TREASURES', name: 'Little Treasures in Yeovil', locality: 'Yeovil', day: 'FRIDAY', places: '2' },
] as const;

const TOWNS = [
  { town: 'Taunton', day: 'WEDNESDAY' },
  { town: 'Yeovil', day: 'THURSDAY' },
  { town: 'Frome', day: 'FRIDAY' },
  { town: 'Bridgwater', day: 'MONDAY' },
] as const;

/** As the service manager of a service that has just been set up: everything it needs is entered on the pages of the settings. */
export async function enterSettings(manager: Staff): Promise<void> {
  await enterTeam(manager);
  await enterCalendar(manager);
  await enterGroups(manager);
  await enterTowns(manager);
}

async function enterTeam(manager: Staff): Promise<void> {
  const clerk = { name: 'Ade Marsh', mailbox: 'ade.marsh@example.org', 'role-ADMINISTRATOR': 'yes' };
  await manager.fill(await manager.open('/staff/settings/new'), clerk);
  for (const { name, mailbox, away, visits } of PRACTITIONERS) {
    const joining = { name, mailbox, 'role-PRACTITIONER': 'yes' };
    const own = await manager.fill(await manager.open('/staff/settings/new'), joining);
    await manager.fill(own, { change: 'LEAVE', ...typed('from', away.first), ...typed('to', away.last) });
    for (const { locality, day, at } of visits) {
      const person = idIn(own.url);
      const added = await manager.fill(await manager.open(CAPACITY), { change: 'PRACTITIONER', person, locality });
      await manager.fill(added, { change: 'SLOTS', day, at, ...typed('from', '2026-09-28') });
    }
  }
  await manager.fill(await manager.open(CAPACITY), { change: 'LONE_WORKING', phone: '01632 960 300, at any hour' });
  const contact = { phone: '01632 960 100', hours: 'Monday to Friday, 9am to 5pm', signatory: 'Pat Oakley' };
  await manager.fill(await manager.open('/staff/settings/letters'), contact);
}

async function enterCalendar(manager: Staff): Promise<void> {
  const dates = { ...typed('first', '2026-09-29'), ...typed('last', '2027-01-05') };
  const meetings = { ...dates, from: '9:30am', until: '11am', everyWeeks: '2' };
  await manager.fill(await manager.open('/staff/settings/meetings'), meetings);
  const autumn = {
    change: 'TERM',
    name: 'Autumn term',
    ...typed('from', '2026-09-01'),
    ...typed('until', '2026-12-18'),
  };
  await manager.fill(await manager.open(`${CAPACITY}/dates`), autumn);
  const spring = {
    change: 'TERM',
    name: 'Spring term',
    ...typed('from', '2027-01-04'),
    ...typed('until', '2027-03-31'),
  };
  await manager.fill(await manager.open(`${CAPACITY}/dates`), spring);
  const closed = { change: 'CLOSED', ...typed('closed', '2026-10-23'), why: 'Training day' };
  await manager.fill(await manager.open(`${CAPACITY}/dates`), closed);
}

async function enterGroups(manager: Staff): Promise<void> {
  for (const group of GROUPS) {
    const place = { venue: 'Example Hall, Example Street', access: 'Ramp at the side door' };
    const times = { at: '10am', ends: '11:30am', ...typed('from', '2026-09-28') };
    await manager.fill(await manager.open(`${CAPACITY}/groups/new`), { change: 'GROUP', ...group, ...place, ...times });
  }
}

async function enterTowns(manager: Staff): Promise<void> {
  for (const { town, day } of TOWNS) {
    const session = { from: '10am', until: '11:30am', venue: `${town} Family Hub, Example Street` };
    await manager.fill(await manager.open('/staff/settings/towns'), { town, day, ...session });
  }
}

const idIn = (url: string) => /\/people\/(\w+)/.exec(url)?.[1] ?? '';
