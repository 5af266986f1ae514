import type { Actor } from '../people/actor.ts';
import { MANAGERS, newTodo, type Todo, todoId } from '../people/todo.ts';
import type { Moment } from '../process/process.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { lookFrom } from '../values/working-days.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { pagesClosed } from './family-page.ts';

interface Said {
  readonly by: Actor;
  readonly reason: string;
}

/** `seen`: when it was recorded before, as the form showed it; blank where it was not. */
interface Moved extends Said {
  readonly adults: number;
  readonly seen: string;
}

/**
 * The case once the family has moved to a place that someone must not find, by one write: emails stop, every page of the family
 * closes with its links, no address from before is used, and no one outside our team is shown where they are. Undefined where someone
 * recorded it since the form was shown.
 */
export function movedToSafePlace(theCase: Case, moment: Moment, { by, reason, adults, seen }: Moved): Case | undefined {
  if ((theCase.safePlace?.at ?? '') !== seen) return undefined;
  const said = { at: moment.now, by, reason };
  const noAddress = Array.from(
    { length: adults },
    (_, place) => ({ place, channel: 'POST', value: '', ...said }) as const,
  );
  const patch = {
    ...{ safePlace: said, noFamilyEmail: theCase.noFamilyEmail ?? said, familyEmailSaidAt: moment.now },
    ...{ contacts: [...(theCase.contacts ?? []), ...noAddress], moveBy: theCase.moveBy },
  };
  const closed = pagesClosed(theCase, moment, { by, adults }) ?? theCase;
  return applyChange(closed, moment, patch, { event: 'SAFE_PLACE_RECORDED', by, text: reason });
}

/** The case once that record was removed. Emails and pages stay stopped until someone allows them. Undefined where there is none. */
export function safePlaceRemoved(theCase: Case, moment: Moment, { by, reason }: Said): Case | undefined {
  const { safePlace, ...rest } = theCase;
  if (!safePlace) return undefined;
  return applyChange(rest, moment, { moveBy: theCase.moveBy }, { event: 'SAFE_PLACE_REMOVED', by, text: reason });
}

/** The case once a service manager has looked at the move that a TODO asks about, once. Undefined where it asks nothing any more. */
export function safePlaceLookedAt(
  theCase: Case,
  moment: Moment,
  { by, reason, todo }: Said & { readonly todo: Pick<Todo, 'id'> },
): Case | undefined {
  const { safePlace } = theCase;
  if (!safePlace || !isSafePlaceToLook(theCase, todo)) return undefined;
  const patch = { safePlace: { ...safePlace, looked: { at: moment.now, by } }, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'SAFE_PLACE_LOOKED_AT', by, text: reason });
}

const KIND = 'LOOK_AT_SAFE_PLACE';
const causeOf = (at: string) => at.replace(/\W/g, '');

/** Asks a service manager to look at a move that is recorded now: on the same working day, or on the next where no one works. */
export function safePlaceTodo(reference: string, now: string, calendar: WorkingCalendar): Todo {
  const asked = { reference, kind: KIND, cause: causeOf(now), for: MANAGERS, why: 'SAFE_PLACE' } as const;
  return newTodo({ ...asked, openedAt: now, due: lookFrom(now, calendar) });
}

/** Whether the move that a TODO asks about stands as the last, and no manager has looked at it. */
export function isSafePlaceToLook({ reference, safePlace }: Case, { id }: Pick<Todo, 'id'>): boolean {
  if (!safePlace || safePlace.looked) return false;
  return todoId(reference, { kind: KIND, cause: causeOf(safePlace.at) }) === id;
}
