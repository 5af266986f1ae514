import { type Capacity, type Group, NO_CAPACITY } from '#domain/lists/capacity-record.ts';
import type { CapacityChange } from '#domain/lists/change-capacity.ts';
import { personActor } from '#domain/people/actor.ts';

/** When the capacity of a test is changed, and by whom. */
export const moment = { now: '2026-09-24T08:00:00.000Z', by: personActor('robin', 'Robin Gate', 'service manager') };

/** A visit on Tuesdays at 10am, from the last Monday of September on. */
export const tuesdays = { id: 's1', day: 'TUESDAY', at: '10:00', from: '2026-09-28' };

/** A Portage group on Mondays with two places. */
export const mondays: Group = {
  ...{ id: 'g1', pathway: 'PORTAGE_GROUP', name: 'Portage group', locality: 'Yeovil', venue: 'Hall', access: 'Ramp' },
  ...{ places: 2, day: 'MONDAY', at: '10:00', ends: '11:30', from: '2026-09-28' },
};

/** What the service can offer, with these parts of it. */
export function capacityOf(patch: Partial<Capacity>): Capacity {
  return { ...NO_CAPACITY, version: 1, ...patch };
}

/** The capacity that a change led to. Throws what refused it. */
export function kept(change: CapacityChange): Capacity {
  if ('refused' in change) throw new Error(change.refused);
  return change;
}
