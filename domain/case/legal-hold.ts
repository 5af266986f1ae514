import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/** Why a record is held, as a code, where a member of staff said so. */
export const HELD_BY_STAFF = 'HELD_BY_STAFF';

interface Said {
  readonly by: Actor;
  readonly reason: string;
  /** Since when it was held, as the form showed it; blank where it was not. */
  readonly seen: string;
}

/** Whether nothing of the case may be erased, neither when its time comes nor when someone asks. */
export function isHeld({ legalHold }: Pick<Case, 'legalHold'>): boolean {
  return legalHold !== undefined;
}

/** The case held back from erasure, also where it was held for another reason. Undefined where someone changed that since the form was shown. */
export function legalHoldSet(theCase: Case, moment: Moment, { by, reason, seen }: Said): Case | undefined {
  if ((theCase.legalHold?.since ?? '') !== seen) return undefined;
  const legalHold = { since: moment.now, why: HELD_BY_STAFF, by, reason };
  return applyChange(
    theCase,
    moment,
    { legalHold, moveBy: theCase.moveBy },
    { event: 'LEGAL_HOLD_SET', by, text: reason },
  );
}

/** The case no longer held, whoever held it. Undefined where it is not, or where someone changed that since the form was shown. */
export function legalHoldLifted(theCase: Case, moment: Moment, { by, reason, seen }: Said): Case | undefined {
  const { legalHold, ...rest } = theCase;
  if (!legalHold || legalHold.since !== seen) return undefined;
  return applyChange(rest, moment, { moveBy: theCase.moveBy }, { event: 'LEGAL_HOLD_LIFTED', by, text: reason });
}
