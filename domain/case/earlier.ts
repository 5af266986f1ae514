import { type Earlier, inheriting } from '../lists/inherit.ts';
import { type Actor, MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/** The case with the dates of the child's earlier referral, for when they are listed. Undefined where it has some already. */
export function earlierFound(theCase: Case, moment: Moment, earlier: Earlier): Case | undefined {
  if (theCase.earlier || theCase.list || theCase.reference === earlier.reference) return undefined;
  return applyChange(theCase, moment, { earlier, moveBy: theCase.moveBy });
}

/** The change of a place by the dates of an earlier referral, with the reason that the history gives. */
export function countingFrom(earlier: Earlier, { now }: Pick<Moment, 'now'>, by: Actor = MACHINE) {
  const reason = `An earlier referral of this child counts: ${earlier.reference}`;
  return inheriting(earlier, { by, now, reason });
}
