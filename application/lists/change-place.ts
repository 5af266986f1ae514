import { listPathwaySchema } from '#domain/case/codes.ts';
import { bandIn } from '#domain/lists/band.ts';
import {
  type Because,
  type Booked,
  type ChangeOfEntry,
  changingBand,
  endingHold,
  holding,
  moving,
  movingDate,
  takingOff,
  whyNotMoved,
} from '#domain/lists/change-place.ts';
import { mustPassGate } from '#domain/lists/closing-whys.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { contactHowSchema, datesOfListSchema } from '#domain/lists/list-events.ts';
import { markOf } from '#domain/lists/mark.ts';
import type { Now } from '#domain/ports/services.ts';
import type { ClosingGate, GateFault } from '#domain/support/closing-gate.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { readGate } from '../support/read-gate.ts';
import { changeEntry, type EntryHolder } from './change-entry.ts';
import {
  type PlaceCommand,
  type PlaceFault,
  placeCommandSchema,
  placeFaults,
  placeFields,
  type ReadPlaceCommand,
  takenOffWhySchema,
} from './place-command.ts';

/**
 * DONE: this call changed it. OFFERED, BOOKED: the child cannot be moved now, see `whyNotMoved`. SAME: it stands like that already. STALE: someone has changed the place since the page was
 * shown. NOT_LISTED: the child is on no list (any more).
 */
export type PlaceResult =
  | { readonly kind: 'DONE' | 'SAME' | 'STALE' | 'OFFERED' | 'BOOKED'; readonly entry: ListEntry | null }
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
    const read = readCommand(placeCommandSchema(londonDateOf(at)), placeFaults, typed, placeFields);
    const passed = typed.what === 'REMOVE' ? passGate(typed, await cameToNothing(typed.reference)) : undefined;
    const problems = inOrder(
      'problems' in read ? read.problems : [],
      passed && 'problems' in passed ? passed.problems : [],
    );
    if ('problems' in read || problems.length > 0) return { kind: 'INVALID', problems };
    const { reference, by, reason, seen } = read.command;
    const gate = passed && 'gate' in passed ? passed.gate : undefined;
    const change = changeOf(read.command, { by, reason, now: at }, gate);
    let refused: 'STALE' | 'OFFERED' | 'BOOKED' | undefined;
    const { entry, saved } = await changeEntry(holders)(reference, (current, of, booked, instant) => {
      const changed = change(current, of, booked, instant);
      refused = changed && (markOf(current) === seen ? whyNot(read.command, current, booked) : 'STALE');
      return refused ? undefined : changed;
    });
    if (saved) return { kind: 'DONE', entry };
    return entry === null ? { kind: 'NOT_LISTED' } : { kind: refused ?? 'SAME', entry };
  };
}

/** Why it cannot be changed so now; undefined for every change but a move. */
function whyNot(command: ReadPlaceCommand, entry: ListEntry, booked: Booked | undefined) {
  return command.what === 'MOVE' ? whyNotMoved(entry, command.pathway, booked, command.booking) : undefined;
}

/** What passed the closing gate, or all that is missing there; undefined where the reason needs none, or is none. */
function passGate({ why: typed, gate }: Extract<PlaceCommand, { what: 'REMOVE' }>, nothing: number) {
  const why = takenOffWhySchema.safeParse(typed).data;
  if (why === undefined || !mustPassGate(why, nothing)) return undefined;
  return readGate(gate, why !== 'NOT_REACHED');
}

/** The gate stands before the reason on the form. */
function inOrder(
  ofPlace: readonly CommandProblem<PlaceFault>[],
  ofGate: readonly CommandProblem<GateFault>[],
): CommandProblem<PlaceFault | GateFault>[] {
  const isLast = ({ path }: CommandProblem) => path === 'reason';
  return [...ofPlace.filter((one) => !isLast(one)), ...ofGate, ...ofPlace.filter(isLast)];
}

/** The change that was asked for, with what passed the closing gate where it must. */
function changeOf(command: ReadPlaceCommand, because: Because, gate: ClosingGate | undefined): ChangeOfEntry {
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
      if (why !== 'NOT_REACHED') return takingOff({ why, gate }, because, contact);
      if (!gate) throw new Error('Nothing passed the closing gate.');
      return takingOff({ why, gate }, because, contact);
    }
  }
}
