import { listPathwaySchema } from '#domain/case/codes.ts';
import { bandIn } from '#domain/lists/band.ts';
import {
  type Because,
  type ChangeOfEntry,
  changingBand,
  endingHold,
  holding,
  moving,
  movingDate,
  takingOff,
} from '#domain/lists/change-place.ts';
import { mustPassGate } from '#domain/lists/closing-whys.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { contactHowSchema, datesOfListSchema } from '#domain/lists/list-events.ts';
import { markOf } from '#domain/lists/mark.ts';
import type { Now } from '#domain/ports/services.ts';
import type { GateFault } from '#domain/support/closing-gate.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { readGate } from '../support/read-gate.ts';
import { changeEntry, type EntryHolder } from './change-entry.ts';
import {
  type PlaceCommand,
  type PlaceFault,
  placeCommandSchema,
  placeFaults,
  type ReadPlaceCommand,
  takenOffWhySchema,
} from './place-command.ts';

/**
 * DONE: this call changed it. SAME: it stands like that already. STALE: someone has changed the place since the page was
 * shown. NOT_LISTED: the child is on no list (any more).
 */
export type PlaceResult =
  | { readonly kind: 'DONE' | 'SAME' | 'STALE'; readonly entry: ListEntry | null }
  | { readonly kind: 'NOT_LISTED' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<PlaceFault | GateFault>[] };

interface PlaceDeps {
  readonly holders: readonly EntryHolder[];
  /** How many visits and offers of this child came to nothing. */
  readonly cameToNothing: (reference: string) => Promise<number>;
  readonly now: Now;
}

/**
 * Changes the place of a child on the lists as a person decided, with their reason, by one conditional write. What someone
 * else has changed since the page was shown is never written over. Pressed twice it changes once.
 */
export function changePlace({ holders, cameToNothing, now }: PlaceDeps) {
  return async (typed: PlaceCommand): Promise<PlaceResult> => {
    const at = now();
    const read = readCommand(placeCommandSchema(londonDateOf(at)), placeFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, by, reason, seen } = read.command;
    const change = changeOf(read.command, { by, reason, now: at }, await cameToNothing(reference));
    if (typeof change !== 'function') return { kind: 'INVALID', problems: change.problems };
    let isStale = false;
    const { entry, saved } = await changeEntry(holders)(reference, (current, of) => {
      const changed = change(current, of);
      isStale = changed !== undefined && markOf(current) !== seen;
      return isStale ? undefined : changed;
    });
    if (saved) return { kind: 'DONE', entry };
    return entry === null ? { kind: 'NOT_LISTED' } : { kind: isStale ? 'STALE' : 'SAME', entry };
  };
}

/** The change that was asked for, or what is missing at the closing gate. */
function changeOf(
  command: ReadPlaceCommand,
  because: Because,
  nothing: number,
): ChangeOfEntry | { readonly problems: readonly CommandProblem<GateFault>[] } {
  switch (command.what) {
    case 'BAND':
      return changingBand(bandIn(command.band) ?? 3, because);
    case 'HOLD':
      return holding(command.on === '' ? undefined : command.on, because);
    case 'END_HOLD':
      return endingHold(because);
    case 'MOVE':
      return moving({ pathway: listPathwaySchema.parse(command.pathway), locality: command.locality }, because);
    case 'DATE':
      return movingDate(datesOfListSchema.parse(command.which), command.on, because);
    case 'REMOVE': {
      const contact = { on: command.on, how: contactHowSchema.parse(command.how), who: command.who };
      const why = takenOffWhySchema.parse(command.why);
      if (why !== 'NOT_REACHED' && !mustPassGate(why, nothing)) return takingOff({ why }, because, contact);
      const passed = readGate(command.gate, why !== 'NOT_REACHED');
      return 'problems' in passed ? passed : takingOff({ why, gate: passed.gate }, because, contact);
    }
  }
}
