import { canonicalJson, sha256 } from '../values/hash.ts';
import type { FamilyFacts, SameChild } from './facts.ts';

/**
 * The hash of everything on which a safe channel rests: contacts, flags and responsibility, of every referral of the same
 * child. Any change gives another one, also where a fact is as it was before.
 */
export function basisOf(facts: FamilyFacts): string {
  const others = (facts.others ?? []).map(restsOn).toSorted();
  return sha256(canonicalJson([restsOn(facts), facts.sameChild ?? [], others]));
}

function restsOn(one: SameChild): string {
  const { family, home, socialCare, immediateRisk, staffSaidNo, emailSaidAt, staffSaid, mayHear, contacts } = one;
  const { atSafePlace } = one;
  return canonicalJson({
    ...{ family, home, socialCare, immediateRisk, staffSaidNo, emailSaidAt, staffSaid, mayHear, contacts },
    atSafePlace,
  });
}
