import { shareInWords } from '../notices/words.ts';
import type { Referral } from '../referral/schema.ts';
import type { Policy } from '../service/policy.ts';
import { compare, type Fraction, fraction, ofDecimal, ofText, over, plus, times } from '../values/fraction.ts';
import { type Finding, published } from './finding.ts';

/** The hours of other targeted intervention together, and their share of the policy's week, both exact. */
export function otherHelp({ otherInterventions }: Referral, policy: Policy) {
  const hours = otherInterventions.reduce<Fraction>(
    (sum, one) => plus(sum, ofDecimal(one.hoursPerWeek)),
    fraction(0, 1),
  );
  return { hours, share: over(hours, fraction(policy.interventionWeekHours, 1)) };
}

/**
 * The most other targeted help that meets the criteria, and what a week is: "half of a week of 30 hours (15 hours)". Pages and
 * findings all take it from here, so that none of them contradicts the rule.
 */
export function otherHelpLimit({ interventionMaxFraction: share, interventionWeekHours: week }: Policy): string {
  return `${shareInWords(share)} of a week of ${week} hours (${decimal(times(ofText(share), fraction(week, 1)))} hours)`;
}

/** The most hours in a setting at which home visits are usual. */
export function settingLimit({ settingHoursSoftLimit }: Policy): string {
  return `home visits are usual up to ${settingHoursSoftLimit} hours a week`;
}

/** Likely ineligible above the policy's share of the week, a flag on it exactly (RULES, other help). */
export function otherHelpFindings(referral: Referral, policy: Policy): Finding[] {
  const { hours, share } = otherHelp(referral, policy);
  const limit = ofText(policy.interventionMaxFraction);
  const order = compare(share, limit);
  if (order < 0) return [];
  const value = `${decimal(hours)} hours a week`;
  const threshold = `at most ${otherHelpLimit(policy)}`;
  const rule = { rule: 'other help', value, threshold };
  if (order === 0) {
    const reference =
      'The published text says "more than 50%"; the 30 hours of a week and a look at exactly half are ours.';
    const sentence = `Other targeted help takes ${value}, exactly ${otherHelpLimit(policy)}. That is the most that meets the criteria.`;
    const exact = { code: 'OTHER_INTERVENTION_EXACTLY_50_PERCENT', shownAs: 'flag', effect: 'NOTE' } as const;
    return [{ ...rule, ...exact, source: 'local choice', reference, sentence }];
  }
  const sentence = `Other targeted help takes ${value}, more than ${otherHelpLimit(policy)}.`;
  const above = { code: 'OTHER_INTERVENTION_OVER_50_PERCENT', shownAs: 'reason', effect: 'LIKELY_INELIGIBLE' } as const;
  return [{ ...rule, ...above, source: 'published', reference: published.otherHelp, sentence }];
}

const decimal = ({ num, den }: Fraction) => String(Number(num) / Number(den));

/** A flag above the policy's setting hours (home visits unlikely) or on them exactly (RULES, setting). */
export function settingFlags({ settingHoursPerWeek }: Referral, policy: Policy): Finding[] {
  const limit = policy.settingHoursSoftLimit;
  if (settingHoursPerWeek < limit) return [];
  const value = `${settingHoursPerWeek} hours a week`;
  const flag = {
    rule: 'setting',
    shownAs: 'flag',
    value,
    threshold: settingLimit(policy),
    effect: 'NOTE',
  } as const;
  const from = { source: 'published', reference: published.setting } as const;
  if (settingHoursPerWeek === limit) {
    const sentence = `The child is in a setting for exactly ${limit} hours a week, which is the usual limit for home visits.`;
    return [{ ...flag, ...from, code: 'SETTING_EXACTLY_15_HOURS', sentence }];
  }
  const sentence = `Home visits are unlikely while the child is over ${limit} hours in a setting.`;
  return [{ ...flag, ...from, code: 'SETTING_OVER_15_HOURS', sentence }];
}
