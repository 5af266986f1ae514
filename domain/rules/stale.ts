import type { Referral } from '../referral/schema.ts';
import type { Policy } from '../service/policy.ts';
import { daysBetween } from '../values/dates.ts';
import type { Finding } from './finding.ts';

/** The flag when any assessment is older than the policy's days on the day of the referral (RULES, stale). */
export function staleFlags({ assessments }: Referral, referralOn: string, policy: Policy): Finding[] {
  const [first = referralOn] = assessments.map(({ assessedOn }) => assessedOn).sort();
  const oldest = daysBetween(first, referralOn);
  if (oldest <= policy.staleAssessmentDays) return [];
  return [
    {
      rule: 'stale',
      code: 'ASSESSMENT_OVER_6_MONTHS_OLD',
      shownAs: 'flag',
      value: `${oldest} days`,
      threshold: `${policy.staleAssessmentDays} days`,
      source: 'local choice',
      reference: 'Young children change quickly; the published text sets no limit.',
      sentence: `The oldest assessment was made ${oldest} days before the referral.`,
      effect: 'NOTE',
    },
  ];
}
