import type { Capacity, Group } from '#domain/lists/capacity-record.ts';
import {
  type CapacityChange,
  type CapacityMoment,
  type CapacityRefusal,
  closedDayAdded,
  closedDayRemoved,
  groupAdded,
  groupChanged,
  loneWorkingChanged,
  practitionerAdded,
  practitionerRemoved,
  slotEnded,
  slotsAdded,
  termAdded,
  termRemoved,
} from '#domain/lists/change-capacity.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import type { Now, RandomBytes } from '#domain/ports/services.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import {
  type CapacityCommand,
  type CapacityCommandRead,
  type CapacityFault,
  capacityFaults,
  capacitySchema,
} from './capacity-command.ts';
import { writeCapacity } from './write-capacity.ts';

export type CapacityResult =
  | Capacity
  | CapacityRefusal
  | { readonly problems: readonly CommandProblem<CapacityFault>[] };

interface CapacityDeps {
  readonly capacity: CapacityStore;
  readonly now: Now;
  readonly random: RandomBytes;
}

/**
 * Changes what the service can offer as a colleague asks: the record as it is now, or why it was not changed. `seen` is the
 * version that they had before them: where someone has changed it since, nothing is changed.
 */
export function changeCapacity(deps: CapacityDeps) {
  return async (typed: CapacityCommand, by: Actor, seen?: number): Promise<CapacityResult> => {
    const read = readCommand(capacitySchema, capacityFaults, typed);
    if ('problems' in read) return read;
    const moment = { now: deps.now(), by };
    return writeCapacity(deps)((now) => applied(deps, now, moment, read.command), seen);
  };
}

function applied(
  { random }: CapacityDeps,
  now: Capacity,
  moment: CapacityMoment,
  command: CapacityCommandRead,
): CapacityChange {
  const newId = () => Buffer.from(random(8)).toString('hex');
  switch (command.change) {
    case 'PRACTITIONER':
      return practitionerAdded(now, moment, whereOf(command));
    case 'PRACTITIONER_REMOVED':
      return practitionerRemoved(now, moment, whereOf(command));
    case 'SLOTS': {
      const { day, from } = command;
      return slotsAdded(
        now,
        moment,
        whereOf(command),
        command.at.map((at) => ({ id: newId(), day, at, from })),
      );
    }
    case 'SLOT_ENDED':
      return slotEnded(now, moment, command.slot, command.until);
    case 'GROUP':
      return groupAdded(now, moment, groupOf(command));
    case 'GROUP_CHANGED':
      return groupChanged(now, moment, groupOf(command));
    case 'TERM':
      return termAdded(now, moment, { name: command.name, from: command.from, to: command.until });
    case 'TERM_REMOVED':
      return termRemoved(now, moment, command.from);
    case 'CLOSED':
      return closedDayAdded(now, moment, { on: command.from, why: command.why });
    case 'CLOSED_REMOVED':
      return closedDayRemoved(now, moment, command.from);
    case 'LONE_WORKING':
      return loneWorkingChanged(now, moment, command.phone);
  }
}

type Read<Change> = Extract<CapacityCommandRead, { readonly change: Change }>;

const whereOf = ({ person, locality }: Read<'PRACTITIONER'> | Read<'PRACTITIONER_REMOVED'> | Read<'SLOTS'>) => ({
  person,
  locality,
});

function groupOf({
  change: _,
  until,
  facts,
  ...group
}: Extract<CapacityCommandRead, { readonly places: number }>): Group {
  return { ...group, ...(facts && { facts }), ...(until === '' ? {} : { until }) };
}
