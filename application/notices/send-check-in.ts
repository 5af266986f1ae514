import type { Case } from '#domain/case/case.ts';
import { checkInOwedSince, checkInSent, isCheckInOver } from '#domain/case/check-in.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { changeCase } from '../change-case.ts';
import type { StepDeps } from '../step-deps.ts';

export type SendCheckIn = (theCase: Case) => Promise<void>;

/**
 * Asks the family of a child on a list whether anything has changed, once each time: by email, by a letter or in person. No answer
 * changes anything. What was cut off is done by the next call.
 */
export function sendCheckIn(
  deps: Pick<StepDeps, 'cases' | 'referrals' | 'sendNotices' | 'policy' | 'now'>,
): SendCheckIn {
  return async (theCase) => {
    const { checkIn, reference } = theCase;
    if (!checkIn || checkInOwedSince(theCase) === undefined) return;
    const stored = await deps.referrals.readReferral(reference);
    if (stored && !isCheckInOver(theCase)) await deps.sendNotices('CHECK_IN', theCase, addresseesOf(stored.body));
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, reference, (current) => checkInSent(current, moment, checkIn.n));
  };
}
