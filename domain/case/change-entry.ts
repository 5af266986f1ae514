import type { EntryChange } from '../lists/change-place.ts';
import type { ListEntry } from '../lists/entry.ts';
import { placeOf } from '../lists/place.ts';
import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { restarted } from './run.ts';
import { owedToWorkflow } from './withdraw.ts';

/** The outcome of a case whose child was taken off the lists. */
export const TAKEN_OFF = 'TAKEN_OFF_LIST';

/** Whether the case itself holds the place of its child: it is on a list, and no support has taken the place over. */
export function holdsPlace(theCase: Case): theCase is Case & { readonly list: ListEntry } {
  return theCase.list !== null && theCase.status === 'ON_WAITING_LIST' && theCase.toSupport === undefined;
}

/**
 * The case with its place as it becomes. Without one it ends: its tasks are closed, and its workflow is owed what lets it
 * tell people and end.
 */
export function entryChanged(
  theCase: Case & { readonly list: ListEntry },
  moment: Moment,
  { entry, events }: EntryChange,
): Case {
  if (entry) return applyChange(theCase, moment, { list: entry, moveBy: theCase.moveBy }, ...events);
  const [event] = events;
  const why = event?.event === 'LIST_LEFT' ? event.why : 'LISTED_BY_MISTAKE';
  const left = { at: moment.now, by: event?.by ?? MACHINE, why, place: placeOf(theCase.list) };
  const ending = { status: 'CLOSED', outcome: TAKEN_OFF, next: 'NOTIFY', task: null, list: null, left } as const;
  const ended = applyChange(theCase, moment, { ...ending, outbox: owedToWorkflow(theCase) }, ...events);
  const hasWorkflow = theCase.parked === null && theCase.next !== 'DONE';
  return hasWorkflow ? ended : restarted(ended, moment, MACHINE);
}
