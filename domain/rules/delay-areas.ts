import { type Area, broadAreas } from '../referral/codes.ts';
import type { Referral } from '../referral/schema.ts';
import type { Policy } from '../service/policy.ts';
import { addDays, exactMonths } from '../values/dates.ts';
import {
  compare,
  type Fraction,
  fraction,
  minus,
  ofDecimal,
  ofText,
  over,
  plus,
  times,
  toTwoDecimals,
} from '../values/fraction.ts';

/** One scored area as it is shown and stored: ages in months and the delay in percent, to two decimals. */
export interface AreaResult {
  readonly area: Area;
  readonly broadArea: string;
  readonly chronologicalAgeMonths: number;
  readonly developmentalAgeMonths: number;
  /** Null only for an assessment on the day of birth, when there is no age to compare with. */
  readonly delayPercent: number | null;
  readonly meets: boolean;
  readonly meetsAtReferralDate: boolean;
  readonly correctedAgeMonths?: number;
  readonly meetsCorrected?: boolean;
}

const zero = fraction(0, 1);
const hundred = fraction(100, 1);

/** The age as an exact fraction of months (RULES, delay). */
function monthsFraction(from: string, on: string): Fraction {
  const { months, num, den } = exactMonths(from, on);
  return plus(fraction(months, 1), fraction(num, den));
}

/** Met when the delay is at least the policy's share of the age: for one half, 2 x developmental age <= age. Exact. */
function isMet(developmental: Fraction, age: Fraction, share: Fraction): boolean {
  return compare(developmental, times(minus(fraction(1, 1), share), age)) <= 0;
}

function percent(developmental: Fraction, age: Fraction): number | null {
  if (compare(age, zero) <= 0) return null;
  return toTwoDecimals(times(over(minus(age, developmental), age), hundred));
}

/**
 * Every area that has a developmental age, in input order. Worked out on the date of its assessment and on the referral
 * date. A child born early and assessed young has the corrected age (RULES, delay and delay, look again).
 */
export function scoreAreas(referral: Referral, referralOn: string, policy: Policy): AreaResult[] {
  const share = ofText(policy.delayFraction);
  const { dob } = referral.child;
  const dates = new Set(referral.assessments.map(({ assessedOn }) => assessedOn));
  const ages = new Map([...dates].map((on) => [on, monthsFraction(dob, on)]));
  const atReferral = monthsFraction(dob, referralOn);
  return referral.assessments.flatMap(({ area, developmentalAgeMonths, assessedOn }) => {
    if (developmentalAgeMonths === undefined) return [];
    const developmental = ofDecimal(developmentalAgeMonths);
    const age = ages.get(assessedOn) ?? zero;
    const corrected = correctedAge(referral, assessedOn, policy);
    return {
      area,
      broadArea: broadAreas[area],
      chronologicalAgeMonths: toTwoDecimals(age),
      developmentalAgeMonths: toTwoDecimals(developmental),
      delayPercent: percent(developmental, age),
      meets: isMet(developmental, age, share),
      meetsAtReferralDate: isMet(developmental, atReferral, share),
      ...(corrected && {
        correctedAgeMonths: toTwoDecimals(corrected),
        meetsCorrected: isMet(developmental, corrected, share),
      }),
    };
  });
}

/** The age counted from the due date, where correction applies: born before term and assessed young enough. */
function correctedAge({ child }: Referral, assessedOn: string, policy: Policy): Fraction | undefined {
  const weeks = child.gestationWeeks ?? policy.dueDateWeeks;
  if (weeks >= policy.termGestationWeeks) return undefined;
  if (exactMonths(child.dob, assessedOn).months >= policy.correctedAgeUntilMonths) return undefined;
  return monthsFraction(addDays(child.dob, (policy.dueDateWeeks - weeks) * 7), assessedOn);
}
