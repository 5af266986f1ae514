import type { Case } from '#domain/case/case.ts';
import { isSchoolOver, schoolOwedSince, schoolTold } from '#domain/case/school.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { changeCase } from '../change-case.ts';
import type { StepDeps } from '../step-deps.ts';

export type SendSchool = (theCase: Case) => Promise<void>;

/**
 * Invites the family to Starting School, once a year: by email, by a letter or in person. One that would be untrue by now is not
 * sent. What was cut off is done by the next call.
 */
export function sendSchool(deps: Pick<StepDeps, 'cases' | 'referrals' | 'sendNotices' | 'policy' | 'now'>): SendSchool {
  return async (theCase) => {
    const invited = theCase.school?.invited;
    if (!invited || schoolOwedSince(theCase) === undefined) return;
    const { reference } = theCase;
    const stored = await deps.referrals.readReferral(reference);
    if (stored && !isSchoolOver(theCase)) await deps.sendNotices('SCHOOL_INVITED', theCase, addresseesOf(stored.body));
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, reference, (current) => schoolTold(current, moment, invited.year));
  };
}
