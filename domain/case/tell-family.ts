import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { londonDateOf } from '../values/dates.ts';
import { addWorkingDays, nextWorkingDay, workingMorning } from '../values/working-days.ts';
import { familyAgreed } from './ask-withdrawal.ts';
import { endedAtVisit } from './assessment.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { endedWithSupport } from './close-support.ts';
import { isOpen } from './codes.ts';
import { emailsStopped } from './corrected.ts';
import { endedBefore } from './imported.ts';
import { isSuspicious } from './suspicion.ts';
import { ENDED, toldAbout } from './told.ts';

/** How long the referrer has to tell the family, in working days. Source: the service's own rule. */
const WORKING_DAYS = 10;

/** When staff are asked to tell the family of an end that was reached now, unless the referrer has. */
export function tellFamilyBy(now: string, policy: Policy): string {
  return workingMorning(addWorkingDays(londonDateOf(now), WORKING_DAYS, policy), policy);
}

/** Why no one tells the family of a return: it was sent again. */
export const PUT_RIGHT = 'PUT_RIGHT';

/** Why no one tells the family of an end, as a code; undefined where they are to be told. */
export function whyUntold(theCase: Case): string | undefined {
  if (theCase.death) return 'CHILD_HAS_DIED';
  if (isSuspicious(theCase)) return 'SUSPICIOUS';
  if (familyAgreed(theCase)) return 'FAMILY_AGREED';
  if (endedAtVisit(theCase)) return 'TOLD_AFTER_VISIT';
  if (endedBefore(theCase)) return 'ENDED_BEFORE';
  if (theCase.untold === PUT_RIGHT) return PUT_RIGHT;
  if (theCase.status === 'WITHDRAWN') return undefined;
  if (theCase.outcome === 'NOT_ACCEPTED_NO_CONSENT') return 'NO_AGREEMENT';
  const isDuplicate = theCase.duplicateOf !== null && !theCase.duplicateCleared;
  return theCase.status === 'NOT_ACCEPTED' && isDuplicate ? 'DUPLICATE' : undefined;
}

/** Whether it was returned to be put right: then the family is told only when it is not. */
export function isReturned({ outcome, status }: Pick<Case, 'outcome' | 'status'>): boolean {
  return status === 'NOT_ACCEPTED' && ['RETURNED_INVALID', 'NOT_ACCEPTED_NO_EVIDENCE'].includes(outcome ?? '');
}

/** Whether the case has ended, its family is to be told, and no one has told them or entered yet that they were. */
export function familyIsOwed(theCase: Case): boolean {
  const hasEnded = theCase.next === 'DONE' && !isOpen(theCase.status);
  return hasEnded && whyUntold(theCase) === undefined && !toldAbout(theCase, ENDED);
}

/** Whether the referrer is asked to tell the family: not where the service writes to each parent itself, nor of support that our team gave. */
export function referrerIsAsked(theCase: Case): boolean {
  const writes = theCase.wroteOfEnd?.everyone === true && !emailsStopped(theCase);
  return familyIsOwed(theCase) && !writes && !endedWithSupport(theCase);
}

/** Whether it is time to ask staff to tell the family. */
export function tellingDue({ tellFamilyAt }: Case, now: string): boolean {
  return tellFamilyAt !== undefined && tellFamilyAt <= now;
}

/** The case whose emails to the family are still on their way: it is looked at again on the next working morning. */
export function tellingPutOff(theCase: Case, moment: Moment, policy: Policy): Case | undefined {
  if (!tellingDue(theCase, moment.now)) return undefined;
  const tellFamilyAt = workingMorning(nextWorkingDay(londonDateOf(moment.now), policy), policy);
  return applyChange(theCase, moment, { tellFamilyAt, moveBy: theCase.moveBy });
}

/** The case once staff were asked; `untold` is the reason where no one is to tell the family after all. Undefined when it is not due. */
export function tellingSettled(theCase: Case, moment: Moment, untold: string | undefined): Case | undefined {
  if (!tellingDue(theCase, moment.now)) return undefined;
  const { tellFamilyAt, ...rest } = theCase;
  if (untold !== undefined) {
    const event = { event: 'FAMILY_NOT_TOLD', by: MACHINE, why: untold } as const;
    return applyChange(rest, moment, { untold, moveBy: theCase.moveBy }, event);
  }
  return applyChange(rest, moment, { moveBy: theCase.moveBy }, { event: 'STAFF_ASKED_TO_TELL', by: MACHINE });
}

/** The returned case once the same child was referred again: its family hears of that referral. Undefined for any other. */
export function putRight(theCase: Case, moment: Moment): Case | undefined {
  const { tellFamilyAt, ...rest } = theCase;
  if (!isReturned(theCase) || tellFamilyAt === undefined) return undefined;
  const event = { event: 'FAMILY_NOT_TOLD', by: MACHINE, why: PUT_RIGHT } as const;
  return applyChange(rest, moment, { untold: PUT_RIGHT, moveBy: theCase.moveBy }, event);
}
