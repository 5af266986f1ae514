import type { Earlier } from '../lists/inherit.ts';
import { placeOf } from '../lists/place.ts';
import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { isOpen } from './codes.ts';
import { hasDied } from './death.ts';
import { countingFrom } from './earlier.ts';
import { referredAt } from './list.ts';
import { restarted } from './run.ts';

/** Whether people found this referral to be for a child who already had one, and it has ended for that. */
export function isConfirmedDuplicate(theCase: Case): theCase is Case & { readonly duplicateOf: string } {
  const { status, outcome, duplicateOf } = theCase;
  return status === 'NOT_ACCEPTED' && outcome === 'POSSIBLE_DUPLICATE' && duplicateOf !== null;
}

/** Whether a duplicate can end for this other case: only while that is open, or the child is left without a referral. */
export function canContinueFor(other: Case | undefined): other is Case {
  return other !== undefined && isOpen(other.status);
}

/**
 * A confirmed duplicate once the other referral has ended: it is not closed, and a new workflow takes it up. It goes on to be
 * checked; where the other child has died, people are asked again. Undefined when it was closed or has ended in another way.
 */
export function continuesAlone(theCase: Case, moment: Moment, other: Case | undefined): Case | undefined {
  if (!isConfirmedDuplicate(theCase) || theCase.next !== 'NOTIFY') return undefined;
  const next = other && hasDied(other) ? HELD_AGAIN : CHECKED_AGAIN;
  const event = { event: 'DUPLICATE_CONTINUES', by: MACHINE, other: theCase.duplicateOf } as const;
  return restarted(applyChange(theCase, moment, { ...next, moveBy: theCase.moveBy }, event), moment, MACHINE);
}

type Again = Partial<Pick<Case, 'status' | 'next' | 'outcome' | 'reasons' | 'duplicateCleared'>>;
const HELD_AGAIN: Again = { status: 'RECEIVED', next: 'HOLD' };
const CHECKED_AGAIN: Again = { status: 'RECEIVED', next: 'CHECK', outcome: null, reasons: [], duplicateCleared: true };

/**
 * The surviving case with a confirmed duplicate joined to it, and whatever had been joined to that. Its place on a list
 * counts from the earliest of them. Undefined when it was joined before, or the surviving case has ended.
 */
export function withJoined(theCase: Case, moment: Moment, duplicate: Case): Case | undefined {
  const { joined = [], list, moveBy } = theCase;
  if (duplicate.reference === theCase.reference || hasJoined(theCase, duplicate)) return undefined;
  if (!canContinueFor(theCase)) return undefined;
  const { reference, referralOn, receivedAt } = duplicate;
  const tells = duplicate.decisions.at(-1)?.tellsOfOther ? { tellsOfOther: true } : {};
  const added = [{ reference, referralOn, receivedAt, at: moment.now, ...tells }, ...(duplicate.joined ?? [])];
  const next = { ...theCase, joined: [...joined, ...added] };
  const by = duplicate.decisions.at(-1)?.by ?? MACHINE;
  const earlier = earlierOf(duplicate, referredAt(next));
  const counted = list ? countingFrom(earlier, moment, by)(list, theCase.reference) : undefined;
  const later = list || theCase.earlier || earlier.targetOn === undefined ? {} : { earlier };
  return applyChange(
    theCase,
    moment,
    { joined: next.joined, list: counted?.entry ?? list, moveBy, ...later },
    { event: 'REFERRAL_JOINED', by, other: reference },
    ...(counted?.events ?? []),
  );
}

/** From when the child waited by a duplicate: by its place, also one that it gave up, and by when the first of them came. */
export function earlierOf({ reference, list, left, earlier }: Case, cameAt: string): Earlier {
  const place = list ? placeOf(list) : left?.place;
  const { acceptedOn, listedOn, targetOn } = place ?? earlier ?? {};
  return {
    ...{ reference, referredAt: cameAt },
    ...(acceptedOn === undefined ? {} : { acceptedOn }),
    ...(listedOn === undefined ? {} : { listedOn }),
    ...(targetOn === undefined ? {} : { targetOn }),
  };
}

/** Whether this duplicate was joined to the case. */
export function hasJoined({ joined = [] }: Case, duplicate: Case): boolean {
  return joined.some(({ reference }) => reference === duplicate.reference);
}
