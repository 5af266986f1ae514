import type { Policy } from '../service/policy.ts';
import { addMonths } from '../values/dates.ts';

interface Waiting {
  readonly dob: string;
  readonly referralDate: string;
  readonly checkedOn: string;
  /** Setting hours a week as referred and as they are now, where they are known. */
  readonly settingHoursAtReferral?: number;
  readonly settingHoursNow?: number;
}

/**
 * What people should be told about a child who waits. Eligibility was fixed at referral: `stillEligible` is always true, and
 * no one is ever taken off a list by machine (RULES, order).
 */
export function promptsWhileWaiting(
  { dob, referralDate, checkedOn, settingHoursAtReferral = 0, settingHoursNow = settingHoursAtReferral }: Waiting,
  policy: Policy,
) {
  const thirdBirthday = addMonths(dob, policy.ageLimitYears * 12);
  const limit = policy.settingHoursSoftLimit;
  const prompts: string[] = [];
  if (referralDate < thirdBirthday && checkedOn >= thirdBirthday) prompts.push('TURNED_3_WHILE_WAITING');
  if (settingHoursAtReferral <= limit && settingHoursNow > limit) prompts.push('SETTING_NOW_OVER_15_HOURS');
  return { stillEligible: true as const, prompts, homeVisitsUnlikely: settingHoursNow > limit };
}
