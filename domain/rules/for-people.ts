import type { Referral } from '../referral/schema.ts';
import type { Policy } from '../service/policy.ts';
import { type countAreas, delayFindings } from './delay.ts';
import { areaFlags, availabilityFindings } from './family.ts';
import type { Finding } from './finding.ts';
import { otherHelpFindings, settingFlags } from './hours.ts';
import { staleFlags } from './stale.ts';

/** What people should know of a referral that passed every stop, in the order of RULES from the delay rule on. */
export function findingsForPeople(
  referral: Referral,
  referralOn: string,
  policy: Policy,
  counts: ReturnType<typeof countAreas>,
): Finding[] {
  return [
    ...delayFindings(counts, policy),
    ...staleFlags(referral, referralOn, policy),
    ...otherHelpFindings(referral, policy),
    ...settingFlags(referral, policy),
    ...availabilityFindings(referral),
    ...areaFlags(referral, policy),
  ];
}
