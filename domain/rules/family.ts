import type { Referral } from '../referral/schema.ts';
import type { Policy } from '../service/policy.ts';
import { type Finding, published } from './finding.ts';

/** Likely ineligible when the family cannot take part in a weekly home visit (RULES, availability). */
export function availabilityFindings({ availability }: Referral): Finding[] {
  if (availability.weeklyHomeVisits) return [];
  return [
    {
      rule: 'availability',
      code: 'NOT_AVAILABLE_FOR_WEEKLY_HOME_VISITS',
      shownAs: 'reason',
      value: 'not available',
      threshold: 'available for a weekly home visit',
      source: 'published',
      reference: published.availability,
      sentence: 'The family is not available for a weekly home visit.',
      effect: 'LIKELY_INELIGIBLE',
    },
  ];
}

/** A flag for people when the postcode's district is not on the policy's list (RULES, area). */
export function areaFlags({ postcode }: Referral, policy: Policy): Finding[] {
  const district = postcode.split(' ')[0] ?? '';
  if (isInDistricts(district, policy.postcodeDistricts)) return [];
  return [
    {
      rule: 'area',
      code: 'POSTCODE_OUTSIDE_SOMERSET_LIST',
      shownAs: 'flag',
      value: district,
      threshold: policy.postcodeDistricts.join(', '),
      source: 'local choice',
      reference: 'Postcode districts cross county borders, so the list only asks people to look.',
      sentence: `The postcode district ${district} is not on the list of the service's area.`,
      effect: 'REVIEW',
    },
  ];
}

function isInDistricts(district: string, list: readonly string[]): boolean {
  const wanted = split(district);
  return list.some((entry) => {
    const [first, last] = entry.split('-').map(split);
    if (wanted === undefined || first === undefined || first.area !== wanted.area) return false;
    return wanted.number >= first.number && wanted.number <= (last ?? first).number;
  });
}

function split(district: string): { area: string; number: number } | undefined {
  const found = /^([A-Z]{1,2})(\d{1,2})$/.exec(district);
  return found?.[1] === undefined ? undefined : { area: found[1], number: Number(found[2]) };
}
