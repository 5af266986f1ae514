import type { Referral } from '../referral/schema.ts';
import type { FamilyFacts } from './facts.ts';
import { isFlagged } from './flags.ts';

const none: readonly string[] = ['NONE', 'EARLY_HELP'];

/**
 * Whether a missed visit is looked at by a person at once: there is a social worker, a plan, a looked-after child, an immediate
 * risk, or a flag of safe contact. What cannot be read counts as one.
 */
export function hasSafetyFlag(facts: FamilyFacts, referral: Pick<Referral, 'socialCare'> | undefined): boolean {
  const { socialWorkerName, socialWorkerContact } = referral?.socialCare ?? {};
  const status = facts.socialCare?.status ?? 'NONE';
  const isKnown = !none.includes(status) || socialWorkerName !== undefined || socialWorkerContact !== undefined;
  return isKnown || facts.immediateRisk === true || isFlagged(facts);
}
