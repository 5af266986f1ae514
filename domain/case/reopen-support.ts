import { KEPT_MONTHS } from '../lists/inherit.ts';
import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { addMonths, londonDateOf } from '../values/dates.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { endedWithSupport } from './close-support.ts';
import { ENDED, toldAbout } from './told.ts';

/** Why a support that staff closed cannot be reopened. */
export type NotReopened = 'NOT_CLOSED' | 'STILL_TELLING' | 'TOO_LATE';

/**
 * Why the support of this case cannot be taken up again; undefined where it can. Its end is told first, so that no one reads of it after
 * they heard that it goes on. Who comes back after so many months is referred again.
 */
export function whyNotReopened(theCase: Case, now: string): NotReopened | undefined {
  const { closed, next, parked, death } = theCase;
  if (!endedWithSupport(theCase) || !closed || death) return 'NOT_CLOSED';
  if (londonDateOf(now) > addMonths(londonDateOf(closed.at), KEPT_MONTHS)) return 'TOO_LATE';
  return next === 'DONE' && parked === null ? undefined : 'STILL_TELLING';
}

/**
 * The case whose support was closed by mistake, as it stood before: its support is owed to go on, with the dates from before. What was
 * told of the end stays in the history, and its next end is told anew. Undefined where it cannot be reopened.
 */
export function supportReopened(
  theCase: Case,
  moment: Moment,
  { by, reason }: { readonly by: Actor; readonly reason: string },
): Case | undefined {
  if (whyNotReopened(theCase, moment.now) !== undefined) return undefined;
  const { closed, wroteOfEnd, untold, tellFamilyAt, cameBack, ...rest } = theCase;
  const familyKnew = wroteOfEnd !== undefined || toldAbout(theCase, ENDED) !== undefined;
  const times = (theCase.reopened?.times ?? 0) + 1;
  const patch = {
    ...({ status: 'IN_SUPPORT', next: 'DONE' } as const),
    outbox: [],
    outcome: closed?.outcomeBefore ?? null,
    reopened: { times, at: moment.now, by, familyKnew },
  };
  return applyChange(rest, moment, patch, { event: 'SUPPORT_REOPENED', by, text: reason });
}
