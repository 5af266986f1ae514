import { receptionStart } from '../rules/age.ts';
import type { Policy } from '../service/policy.ts';
import { addDays, addMonths, addMonthsClamped } from '../values/dates.ts';

interface LongWait {
  readonly referralDate: string;
  readonly acceptedOn: string;
  /** Absent where the referral cannot be read. */
  readonly dob: string | undefined;
}

/**
 * From when on a person should review the wait of a child, once: after the policy's months of waiting, on the third birthday
 * if the child waits then, or so long before school starts, whichever is first. Source of the numbers: local choice.
 */
export function reviewWaitOn({ referralDate, acceptedOn, dob }: LongWait, policy: Policy): string {
  const waited = addMonthsClamped(acceptedOn, policy.reviewWaitMonths);
  if (dob === undefined) return waited;
  const birthday = addMonths(dob, policy.ageLimitYears * 12);
  const school = addDays(receptionStart(dob, policy), -policy.reviewBeforeSchoolDays);
  const [first = waited] = [waited, school, ...(birthday > referralDate ? [birthday] : [])].sort();
  return first;
}
