import { MACHINE, personActor } from '#domain/people/actor.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { newSupport } from '#domain/support/make.ts';
import { GROUPS_AT, registerAt, schoolRegisterAt } from '#web/staff/groups/address.ts';
import { entryOf, listsWorld, type Row } from '../lists/lists-world.ts';

const AT = { now: '2026-09-01T09:00:00.000Z', policyVersion: 1 };
const by = personActor('manager', 'A Manager', 'service manager');
/** As many children as one group has. */
const PLACES = 12;
/** The Mondays on which the groups have met. */
const MET = ['2026-09-07', '2026-09-14', '2026-09-21'];
/** The last summer term, and the day of its first session. */
const [YEAR, FIRST] = [2026, '2026-04-14'];

/** The groups, one register of a group, and one of Starting School, where every child has a place and starts school that year. */
export async function groupRows(children: number): Promise<Row[]> {
  const world = await listsWorld(children, 'HOME_VISITING');
  const { deps, stores, references, refer, using, row } = world;
  const towns = localitySchema.options;
  for (let n = 0; n < children / PLACES; n += 1) await deps.changeCapacity(groupOf(n), MACHINE);
  for (const [n, reference] of references.entries()) {
    await refer(reference);
    const id = `g${Math.floor(n / PLACES)}`;
    const place = {
      id: `${id}-${(n % PLACES) + 1}`,
      pathway: 'PORTAGE_GROUP',
      locality: 'Taunton',
      day: 'MONDAY',
      at: '10:00',
    };
    const answer = { what: 'ACCEPTED', at: AT.now, by, way: 'STAFF' } as const;
    await stores.supports.createSupport({
      ...newSupport(reference, entryOf(reference, n, 'HOME_VISITING'), AT),
      ...{ status: 'STARTED', list: null, offers: [{ id: `O${n}`, slot: place, madeAt: AT.now, by, answer }] },
      started: { on: '2026-09-07', at: AT.now, by, pathway: 'PORTAGE_GROUP' },
      attendance: MET.map((on) => ({ group: id, on, isPresent: n % 5 > 0, at: AT.now, by })),
    });
    await stores.slots.claimSlot(place.id, { offer: `O${n}`, reference, at: AT.now });
    const theCase = await stores.cases.readCase(reference);
    const invited = { year: YEAR, town: towns[n % towns.length] ?? 'Taunton', at: AT.now, by };
    if (theCase)
      await stores.cases.saveCase({
        ...{ ...theCase, version: theCase.version + 1, status: 'IN_SUPPORT', list: null },
        ...{ toSupport: { at: AT.now, doneAt: AT.now }, school: { year: YEAR, invited } },
      });
  }
  const on = [FIRST, '2026-04-21', '2026-04-28', '2026-05-05', '2026-05-12'];
  const term = { town: 'Taunton', year: YEAR, on, from: '10:00', until: '11:30', venue: 'Example Hall' };
  await deps.changeTeam({ change: 'SCHOOL', ...term }, MACHINE);
  return [
    await row('groups: each with its last sessions', () => using.get(GROUPS_AT)),
    await row('register of one group', () => using.get(registerAt('g0', '2026-09-21'))),
    await row('school: the register of one town', () => using.get(schoolRegisterAt('Taunton', FIRST))),
  ];
}

function groupOf(n: number) {
  return {
    change: 'GROUP',
    ...{ id: `g${n}`, name: `Group ${n}`, venue: 'Example Hall', access: 'Ramp', places: String(PLACES) },
    ...{ pathway: 'PORTAGE_GROUP', locality: 'Taunton', day: 'MONDAY', at: '10:00', ends: '11:30' },
    ...{ from: '2026-09-07', until: '' },
  } as const;
}
