import type { Referral } from '../referral/schema.ts';
import type { Computed } from '../rules/computed.ts';
import type { Policy } from '../service/policy.ts';

/** A band of a list: 1 comes first. */
export type Band = 1 | 2 | 3;

const typed: ReadonlyMap<string, Band> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
]);

/** The band that was typed or selected; undefined for any other text. */
export function bandIn(text: string): Band | undefined {
  return typed.get(text);
}

/**
 * The band that the machine suggests, for a person to confirm. 1 for many broad areas met, or fewer with a diagnosis or
 * a physical need. 2 for a few. 3 otherwise. Null when nothing was scored, because then only a person can say (RULES,
 * order).
 */
export function suggestBand(
  computed: Computed,
  referral: Pick<Referral, 'diagnosis' | 'physicalDevelopmentSignificantlyAffected'>,
  policy: Policy,
): Band | null {
  const { areas = [], broadAreasMeetingDelay: broad = 0 } = computed;
  if (areas.length === 0) return null;
  const hasNeed = referral.diagnosis !== null || referral.physicalDevelopmentSignificantlyAffected;
  if (broad >= policy.bandOneBroadAreas) return 1;
  if (hasNeed && broad >= policy.bandOneBroadAreasWithNeed) return 1;
  return broad >= policy.bandTwoBroadAreas ? 2 : 3;
}
