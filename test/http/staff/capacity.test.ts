import { describe, expect, it } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import type { Role } from '#domain/people/person.ts';
import { CAPACITY_AT, DATES_AT, groupAt, practitionerAt } from '#web/staff/settings/capacity/address.ts';
import {
  capacityChanged,
  capacityChangeInWords,
  capacityFaultWords,
  capacityRefusalWords,
  capacityWords,
} from '#web/staff/settings/capacity/words.ts';
import { settingsWords } from '#web/staff/settings/words.ts';
import { hidden } from '../browser.ts';
import { triageWorld } from './world.ts';

const by = personActor('robin', 'Robin Gate', 'service manager');
const KIM = practitionerAt('kim', 'Taunton');
const day = (name: string, d: string, m: string) => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: '2026',
});
const visits = { change: 'SLOTS', day: 'TUESDAY', at: '9:30am, 11am', ...day('from', '28', '9') };
const group = {
  ...{ change: 'GROUP', pathway: 'PORTAGE_GROUP', name: 'Yeovil group', locality: 'Yeovil', places: '6' },
  ...{ venue: 'Example Hall', access: 'Ramp', day: 'MONDAY', at: '10am', ends: '11:30am', ...day('from', '28', '9') },
};
const term = { change: 'TERM', name: 'Autumn', ...day('from', '2', '9'), ...day('until', '18', '12') };
const closed = { change: 'CLOSED', why: 'Training', ...day('closed', '16', '10') };

/** Someone with this role, who sees what is set, where Kim visits in Taunton. */
async function setting(role: Role = 'SERVICE_MANAGER') {
  const world = await triageWorld();
  const { deps, newBrowser, lastCode } = world;
  for (const [id, own] of [
    ['kim', 'PRACTITIONER'],
    ['pat', role],
  ] as const) {
    await deps.changeTeam({ change: 'JOIN', id, name: `${id} Park`, mailbox: `${id}@example.org`, roles: [own] }, by);
  }
  await deps.changeCapacity({ change: 'PRACTITIONER', person: 'kim', locality: 'Taunton' }, by);
  const using = newBrowser();
  const asked = await using.post('/staff/sign-in', { mailbox: 'pat@example.org' });
  const code = lastCode();
  await using.post('/staff/sign-in/code', { mailbox: 'pat@example.org', asker: hidden(asked, 'asker'), code });
  const open = async (at: string) => {
    const page = await using.get(at);
    return { csrf: hidden(page, 'csrf'), version: hidden(page, 'version') };
  };
  return {
    ...world,
    using,
    open,
    post: async (at: string, typed: object) => using.post(at, { ...(await open(at)), ...typed }),
  };
}

describe.each<Role>(['SERVICE_MANAGER', 'ADMINISTRATOR'])('as %s', (role) => {
  it('adds a practitioner to an area, several weekly visits in one press, and leave', async () => {
    const { using, post, stores } = await setting(role);
    const added = await post(CAPACITY_AT, { person: 'kim', locality: 'Yeovil' });
    expect([added.status, added.headers.location]).toEqual([
      303,
      `http://localhost:8080${practitionerAt('kim', 'Yeovil')}`,
    ]);
    await post(KIM, visits);
    await post(KIM, { change: 'LEAVE', ...day('away', '1', '10'), ...day('back', '9', '10') });
    const { body } = await using.get(KIM);
    for (const said of ['Every Tuesday, 9:30am', 'Every Tuesday, 11am', '1 October 2026 to 9 October 2026']) {
      expect(body).toContain(said);
    }
    const overview = await using.get(CAPACITY_AT);
    expect(overview.body).toContain(`kim Park ${capacityChangeInWords('SLOTS_ADDED')} every Tuesday, 9:30am`);
    expect((await stores.capacity.readCapacity())?.history.at(-1)?.by).toMatchObject({ id: 'pat' });
  });

  it('gives a weekly visit its last day, and keeps the visit', async () => {
    const { post, stores } = await setting(role);
    await post(KIM, visits);
    const [slot] = (await stores.capacity.readCapacity())?.practitioners[0]?.slots ?? [];
    await post(KIM, { change: 'SLOT_ENDED', slot: slot?.id, ...day('until', '18', '12') });
    const slots = (await stores.capacity.readCapacity())?.practitioners[0]?.slots ?? [];
    expect(slots.map(({ until }) => until)).toEqual(['2026-12-18', undefined]);
  });

  it('adds a group and changes it, with the last day taken away again', async () => {
    const { using, post, stores } = await setting(role);
    await post(groupAt('new'), { ...group, ...day('until', '14', '12') });
    const id = (await stores.capacity.readCapacity())?.groups[0]?.id ?? '';
    expect((await using.get(groupAt(id))).body).toContain('value="14"');
    await post(groupAt(id), { ...group, places: '4' });
    expect((await stores.capacity.readCapacity())?.groups).toMatchObject([{ id, places: 4, at: '10:00' }]);
    expect((await stores.capacity.readCapacity())?.groups[0]?.until).toBeUndefined();
  });

  it('says what the place of a group has, and the dates on which it meets', async () => {
    const { using, post, stores } = await setting(role);
    await post(groupAt('new'), { ...group, 'facts-CHANGING_PLACE': 'yes' });
    await post(DATES_AT, { ...term, ...day('until', '16', '10') });
    const { body } = await using.get(CAPACITY_AT);
    expect(body).toContain('at Example Hall, which has a Changing Places toilet. 6 places');
    expect(body).toContain(capacityWords.nextDates('28 September 2026, 5 October 2026, 12 October 2026'));
    const id = (await stores.capacity.readCapacity())?.groups[0]?.id ?? '';
    await post(groupAt(id), group);
    expect((await stores.capacity.readCapacity())?.groups[0]?.facts).toBeUndefined();
  });

  it('adds and deletes terms and closed days', async () => {
    const { using, post, stores } = await setting(role);
    for (const typed of [term, closed]) await post(DATES_AT, typed);
    const { body } = await using.get(DATES_AT);
    for (const said of ['Autumn, 2 September 2026 to 18 December 2026', '16 October 2026, Training']) {
      expect(body).toContain(said);
    }
    await post(DATES_AT, { change: 'TERM_REMOVED', first: '2026-09-02' });
    await post(DATES_AT, { change: 'CLOSED_REMOVED', first: '2026-10-16' });
    expect(await stores.capacity.readCapacity()).toMatchObject({ terms: [], closedOn: [] });
  });
});

describe('what is wrong', () => {
  it.each<[string, string, object, string]>([
    ['no one selected', CAPACITY_AT, { locality: 'Yeovil' }, text(capacityFaultWords.PERSON_MISSING)],
    [
      'someone who is no practitioner',
      CAPACITY_AT,
      { person: 'pat', locality: 'Frome' },
      text(capacityFaultWords.PERSON_MISSING),
    ],
    [
      'an area that there is not',
      CAPACITY_AT,
      { person: 'kim', locality: 'Bath' },
      text(capacityFaultWords.LOCALITY_UNKNOWN),
    ],
    [
      'the same practitioner twice',
      CAPACITY_AT,
      { person: 'kim', locality: 'Taunton' },
      capacityRefusalWords.PRACTITIONER_KNOWN.message,
    ],
    ['a time that is none', KIM, { ...visits, at: '9:30am, noon-ish' }, text(capacityFaultWords.TIME_UNREADABLE)],
    ['no time', KIM, { ...visits, at: '' }, text(capacityFaultWords.TIME_UNREADABLE)],
    ['one time twice', KIM, { ...visits, at: '10am, 10:00' }, capacityRefusalWords.SLOT_CLASHES.message],
    ['a date that there is not', KIM, { ...visits, ...day('from', '31', '2') }, text(capacityFaultWords.FROM_UNREAL)],
    ['no places', groupAt('new'), { ...group, places: '0' }, text(capacityFaultWords.PLACES_UNREADABLE)],
    ['a group that ends first', groupAt('new'), { ...group, ends: '9am' }, text(capacityFaultWords.ENDS_FIRST)],
    ['no way in', groupAt('new'), { ...group, access: ' ' }, text(capacityFaultWords.ACCESS_MISSING)],
    ['a term that ends first', DATES_AT, { ...term, ...day('until', '1', '9') }, text(capacityFaultWords.UNTIL_FIRST)],
    ['a closed day without a reason', DATES_AT, { ...closed, why: '' }, text(capacityFaultWords.WHY_MISSING)],
  ])('%s is said, nothing is saved, and what was typed is kept', async (_, at, typed, said) => {
    const { post, stores } = await setting();
    const before = await stores.capacity.readCapacity();
    const { status, body } = await post(at, typed);
    expect([status, body.includes(said)]).toEqual([422, true]);
    for (const kept of Object.values(typed).filter((one) => /^\d+:?\d*[ap]m|^\d+$/.test(one))) {
      expect(body).toContain(`value="${kept}"`);
    }
    expect(await stores.capacity.readCapacity()).toEqual(before);
  });

  it('the last day of no visit is said', async () => {
    const { post } = await setting();
    await post(KIM, visits);
    const { status, body } = await post(KIM, { change: 'SLOT_ENDED', ...day('until', '18', '12') });
    expect(status).toBe(422);
    for (const said of [capacityRefusalWords.UNKNOWN_SLOT.message, 'value="18"']) expect(body).toContain(said);
  });

  it('a form that none of the page is changes nothing', async () => {
    const { post, stores } = await setting();
    expect([(await post(KIM, { change: 'EVERYTHING' })).status, (await post(DATES_AT, {})).status]).toEqual([404, 404]);
    expect((await stores.capacity.readCapacity())?.version).toBe(1);
  });
});

describe('a form that a colleague has overtaken', () => {
  it.each<[string, object, string]>([
    [KIM, visits, 'value="9:30am, 11am"'],
    [groupAt('new'), group, 'value="Example Hall"'],
    [DATES_AT, closed, 'value="Training"'],
  ])('at %s keeps what was typed, says what was changed, and can be saved again', async (at, typed, kept) => {
    const { deps, using, open } = await setting();
    const own = await open(at);
    await deps.changeCapacity({ change: 'CLOSED', from: '2026-11-02', why: 'Snow' }, by);
    const late = await using.post(at, { ...own, ...typed });
    expect(late.status).toBe(409);
    for (const said of [kept, capacityChanged, capacityChangeInWords('CLOSED_DAY_ADDED'), settingsWords.typedStays]) {
      expect(late.body).toContain(said);
    }
    const again = await using.post(at, { ...own, ...typed, version: hidden(late, 'version') });
    expect(again.status).toBe(303);
  });
});

it('says when the last term is near its end', async () => {
  const { using, post } = await setting();
  await post(DATES_AT, { ...term, ...day('until', '23', '10') });
  expect((await using.get(CAPACITY_AT)).body).toContain(capacityWords.termsEnd('23 October 2026'));
});

function text(words: unknown): string {
  return String(words);
}
