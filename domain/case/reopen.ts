import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { endedWithSupport } from './close-support.ts';
import { isConfirmedDuplicate } from './joined.ts';
import { mayAskAgain } from './look-again.ts';
import { restarted } from './run.ts';
import { ENDED, toldAbout } from './told.ts';

/**
 * Whether people can reopen a case: once everyone has been told how it ended. Not one that was withdrawn or could not be read,
 * which is to be sent anew, nor one whose support took place, nor a duplicate, whose other referral continues.
 */
export function mayReopen(theCase: Case): boolean {
  const { next, status, outcome } = theCase;
  // A child who came with a present list has no referral that could be checked: it is to be sent.
  const isToSendAnew = status === 'WITHDRAWN' || outcome === 'RETURNED_INVALID' || theCase.imported !== undefined;
  return (
    next === 'DONE' &&
    mayAskAgain(theCase) &&
    !isToSendAnew &&
    !isConfirmedDuplicate(theCase) &&
    !endedWithSupport(theCase)
  );
}

/**
 * The ended case open again, owed a workflow that checks it once more and then has the triage team decide. From now on the
 * rules inform and end nothing. What was told of the former end stays in the history, and its next end is told anew.
 * Undefined where it cannot be reopened.
 */
export function reopened(theCase: Case, moment: Moment, by: Actor): Case | undefined {
  if (!mayReopen(theCase)) return undefined;
  // Why the team read it last is over too, or its question would be told as unanswered once more.
  const { wroteOfEnd, untold, tellFamilyAt, cameBack, lastDecision, askedAgain, ...rest } = theCase;
  const familyKnew = wroteOfEnd !== undefined || toldAbout(theCase, ENDED) !== undefined;
  const times = (theCase.reopened?.times ?? 0) + 1;
  const patch = {
    ...({ status: 'IN_TRIAGE', next: 'CHECK', outcome: null } as const),
    ...{ reasons: [], duplicateOf: null, duplicateCleared: false },
    reopened: { times, at: moment.now, by, familyKnew },
  };
  return restarted(applyChange(rest, moment, patch, { event: 'REOPENED', by }), moment, by);
}

/** What tells notices and TODOs of this life of a case from those of the one before; undefined in its first. */
export function lifeOf({ reopened }: Pick<Case, 'reopened'>): string | undefined {
  return reopened && `AGAIN${reopened.times}`;
}
