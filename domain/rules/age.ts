import { birthdayInWords } from '../notices/words.ts';
import type { Referral } from '../referral/schema.ts';
import type { Policy } from '../service/policy.ts';
import { addDays, addMonths, ageAt, ageInWords, daysBetween, plainDate } from '../values/dates.ts';
import { type Finding, published } from './finding.ts';

/** The dates that hang on the birth date: the birthday that ends eligibility, the last day to refer, the end of Reception. */
export function ageDates(dob: string, referralOn: string, policy: Policy) {
  const thirdBirthday = addMonths(dob, policy.ageLimitYears * 12);
  const lastReferralOn = policy.ageLimitInclusive ? thirdBirthday : addDays(thirdBirthday, -1);
  return {
    ageAtReferral: ageAt(dob, referralOn),
    thirdBirthday,
    lastReferralOn,
    isOver: referralOn > lastReferralOn,
    /** In words, such as "third birthday". */
    birthday: birthdayInWords(policy.ageLimitYears),
    limitYears: policy.ageLimitYears,
    receptionEnds: receptionEnds(dob, policy),
  };
}

/** The 1 September on which Reception starts: the first one after the fourth birthday (RULES, age). */
export function receptionStart(dob: string, policy: Policy): string {
  const birthday = addMonths(dob, policy.receptionAfterBirthday * 12);
  const sameYear = `${birthday.slice(0, 4)}-09-01`;
  return birthday < sameYear ? sameYear : addMonths(sameYear, 12);
}

function receptionEnds(dob: string, policy: Policy): string {
  return addDays(addMonths(receptionStart(dob, policy), 12), -1);
}

type AgeDates = ReturnType<typeof ageDates>;

const ageOf = ({ ageAtReferral }: AgeDates) => ageInWords(ageAtReferral);

/** The stop for a child over the age, or nothing: within Reception a redirect, after it out of scope (RULES, age). */
export function ageStops(referral: Referral, referralOn: string, dates: AgeDates): Finding[] {
  if (!dates.isOver) return [];
  const over = { rule: 'age', value: ageOf(dates), source: 'published', effect: 'STOP', shownAs: 'reason' } as const;
  const [on, ends] = [plainDate(dates.thirdBirthday), plainDate(dates.receptionEnds)];
  if (referralOn > dates.receptionEnds) {
    const sentence = `The child's Reception year ended on ${ends}, so support comes from the school.`;
    const threshold = `the end of Reception, ${ends}`;
    return [{ ...over, code: 'AGE_BEYOND_RECEPTION', threshold, reference: published.advisory, sentence }];
  }
  const sentence = `The child was over ${dates.limitYears} on the day of the referral (${dates.birthday}: ${on}). The Early Years Advisory Teacher service may help.`;
  const stop: Finding = {
    ...over,
    code: 'AGE_OVER_3_0',
    threshold: `the ${dates.birthday}, ${on}`,
    reference: published.age,
    sentence,
  };
  return referral.settingHoursPerWeek === 0 ? [stop, noSetting] : [stop];
}

const noSetting: Finding = {
  rule: 'age',
  code: 'NO_SETTING_NAMED',
  shownAs: 'flag',
  value: '0 hours in a setting',
  threshold: 'a setting to advise',
  source: 'local choice',
  reference: 'The advisory teachers work through settings; the published text is silent about a child without one.',
  sentence: 'The child does not go to a nursery or other setting. The advisory teachers work through settings.',
  effect: 'NOTE',
};

/** The flags of a child who is young enough, but only just (RULES, age). */
export function ageFlags(referralOn: string, dates: AgeDates, policy: Policy): Finding[] {
  const left = daysBetween(referralOn, dates.thirdBirthday);
  const on = plainDate(dates.thirdBirthday);
  const flag = { rule: 'age', shownAs: 'flag', value: ageOf(dates), source: 'local choice', effect: 'NOTE' } as const;
  if (left === 0) {
    const reference = 'The published text says "up to 3.0 years"; we read it as including the birthday.';
    const sentence = `The day of the referral is the ${dates.birthday}, which is the last day to refer.`;
    return [{ ...flag, code: 'AGE_EXACTLY_3_0', threshold: `the ${dates.birthday}, ${on}`, reference, sentence }];
  }
  if (left < 0 || left > policy.targetNearDays) return [];
  const reference = 'Age counts at referral; people should know that the birthday falls within the wait.';
  const sentence = `The child turns ${dates.limitYears} on ${on}, which may be before support starts. This does not stop the referral.`;
  const threshold = `${policy.targetNearDays} days before the ${dates.birthday}`;
  return [{ ...flag, code: 'TURNS_3_BEFORE_SIX_MONTH_TARGET', threshold, reference, sentence }];
}
