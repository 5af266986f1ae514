import type { Referral } from '../referral/schema.ts';
import type { Finding } from './finding.ts';

export type Recommendation = 'LIKELY_INELIGIBLE' | 'REVIEW' | 'ELIGIBLE';
export type HomeVisiting = 'NOT_RECOMMENDED' | 'UNLIKELY' | 'POSSIBLE';

/** What the findings together suggest to people: the most cautious of them wins (RULES, recommendation). */
export function recommend(findings: readonly Finding[]): Recommendation {
  const says = (effect: Finding['effect']) => findings.some((finding) => finding.effect === effect);
  if (says('LIKELY_INELIGIBLE')) return 'LIKELY_INELIGIBLE';
  return says('REVIEW') ? 'REVIEW' : 'ELIGIBLE';
}

/** What the findings suggest about home visits. */
export function homeVisitingOf(recommendation: Recommendation, findings: readonly Finding[]): HomeVisiting {
  if (recommendation === 'LIKELY_INELIGIBLE') return 'NOT_RECOMMENDED';
  return findings.some(({ code }) => code === 'SETTING_OVER_15_HOURS') ? 'UNLIKELY' : 'POSSIBLE';
}

/** The pathways to suggest, in the order in which they are always listed. `enoughAreas` is that the delay rule is met. */
export function suggestPathways(
  referral: Referral,
  recommendation: Recommendation,
  homeVisiting: HomeVisiting,
  enoughAreas: boolean,
): string[] {
  const isLikely = recommendation !== 'LIKELY_INELIGIBLE';
  const pathways = {
    HOME_VISITING: isLikely && homeVisiting === 'POSSIBLE',
    PORTAGE_GROUP: isLikely || (!referral.availability.weeklyHomeVisits && enoughAreas),
    LITTLE_TREASURES: referral.physicalDevelopmentSignificantlyAffected,
    STAY_AND_PLAY: isLikely,
  };
  return Object.entries(pathways).flatMap(([name, suggested]) => (suggested ? [name] : []));
}
