import type { Stores } from '#adapters/records/stores.ts';
import { personActor } from '#domain/people/actor.ts';
import { AT } from '../samples.ts';
import type { Keep } from './store-cases.ts';

const sam = personActor('sam', 'Sam Field', 'service manager');

/** Stores what the service can offer, with one of each part, and keeps it. */
export async function storeCapacity({ capacity }: Stores, keep: Keep): Promise<void> {
  const visit = { id: 's1', day: 'TUESDAY', at: '10:00', from: '2026-09-28' };
  const ended = { id: 's2', day: 'FRIDAY', at: '13:30', from: '2026-09-28', until: '2026-12-18' };
  await capacity.saveCapacity({
    version: 1,
    practitioners: [{ person: 'kim', locality: 'Taunton', slots: [visit, ended] }],
    groups: [
      {
        ...{ id: 'g1', pathway: 'PORTAGE_GROUP', name: 'Portage group in Yeovil', locality: 'Yeovil' },
        ...{ venue: 'Example Hall, Example Street', access: 'Ramp at the side door', places: 6 },
        ...{ day: 'MONDAY', at: '10:00', ends: '11:30', from: '2026-09-28', until: '2027-07-19' },
      },
    ],
    terms: [{ name: 'Autumn 2026', from: '2026-09-02', to: '2026-12-18' }],
    closedOn: [{ on: '2026-10-16', why: 'Training day' }],
    history: [
      { at: AT, by: sam, what: 'SLOTS_ADDED', person: 'kim', to: 'TUESDAY 10:00 2026-09-28' },
      { at: AT, by: sam, what: 'GROUP_CHANGED', from: 'Portage group', to: 'Portage group in Yeovil' },
    ],
  });
  await keep('capacity.record', 'CAPACITY', 'RECORD');
  const stored = await capacity.readCapacity();
  if (!stored) throw new Error('An example of what the service can offer cannot be made.');
  const groups = stored.groups.map((group) => ({ ...group, facts: ['STEP_FREE' as const, 'QUIET_ROOM' as const] }));
  await capacity.saveCapacity({ ...stored, version: 2, groups });
  await keep('capacity.with-venue-facts', 'CAPACITY', 'RECORD');
}
