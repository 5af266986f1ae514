import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { londonDateOf } from '../values/dates.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { addWorkingDays, workingMorning } from '../values/working-days.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { canBeSentTo } from './sent-to.ts';

/** The working days that the other service has to open a referral before it is reminded. */
export const CHASE_WORKING_DAYS = 3;

/** What is owed next to the people on either side of a shared referral. */
export type SharingStep = 'SHARED' | 'SHARED_UNOPENED' | 'SHARED_OPENED';

/** Whether the parents agreed that the other service may read this referral, and it may still be read there. */
export function isShared(theCase: Case): boolean {
  return theCase.shared !== undefined && canBeSentTo(theCase) !== undefined && theCase.status !== 'WITHDRAWN';
}

/**
 * The case when the referrer confirms that the parents agree to the other service reading the referral. That service is owed
 * a link. Undefined when they have confirmed it before, and for a referral that can be sent to no service.
 */
export function sharingAgreed(theCase: Case, moment: Moment, by: Actor): Case | undefined {
  const to = canBeSentTo(theCase);
  if (theCase.shared || to === undefined) return undefined;
  return applyChange(
    theCase,
    moment,
    {
      forwardingAgreedAt: theCase.forwardingAgreedAt ?? moment.now,
      shared: { to, agreedAt: moment.now, dueAt: moment.now },
      moveBy: theCase.moveBy,
    },
    { event: 'FORWARDING_AGREED', by },
  );
}

/** The case once someone in the other service has opened the referral; undefined when someone had. */
export function sharedOpened(theCase: Case, moment: Moment, by: Actor): Case | undefined {
  const { shared, moveBy } = theCase;
  if (!shared || shared.openedAt !== undefined) return undefined;
  const opened = { ...shared, openedAt: moment.now, dueAt: moment.now };
  return applyChange(theCase, moment, { shared: opened, moveBy }, { event: 'SHARED_RECORD_OPENED', by });
}

/** What people are owed by now; undefined while nothing is due. */
export function sharingDue(theCase: Case, now: string): SharingStep | undefined {
  const { shared } = theCase;
  if (!shared || !isShared(theCase) || shared.dueAt === undefined || shared.dueAt > now) return undefined;
  if (shared.askedAt === undefined) return 'SHARED';
  return shared.openedAt === undefined ? 'SHARED_UNOPENED' : 'SHARED_OPENED';
}

/** The case once people have been told of this step. Undefined when another call was faster. */
export function sharingTold(
  theCase: Case,
  moment: Moment,
  step: SharingStep,
  calendar: WorkingCalendar,
): Case | undefined {
  if (sharingDue(theCase, moment.now) !== step || !theCase.shared) return undefined;
  const { dueAt, ...shared } = theCase.shared;
  const { moveBy } = theCase;
  if (step === 'SHARED_OPENED') return applyChange(theCase, moment, { shared, moveBy });
  if (step === 'SHARED_UNOPENED') {
    return applyChange(theCase, moment, { shared: { ...shared, chasedAt: moment.now }, moveBy });
  }
  const chaseAt = workingMorning(addWorkingDays(londonDateOf(moment.now), CHASE_WORKING_DAYS, calendar), calendar);
  const next = { ...shared, askedAt: moment.now, dueAt: shared.openedAt === undefined ? chaseAt : dueAt };
  return applyChange(theCase, moment, { shared: next, moveBy });
}
