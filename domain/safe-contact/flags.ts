import { allowsEmail } from '../case/corrected.ts';
import type { Adult, FamilyFacts, SameChild } from './facts.ts';

/** Whether what a referral says of an adult makes them unsafe to write to. */
export function isGuarded({ doNotContact, safeContact }: Adult): boolean {
  return doNotContact === true || safeContact !== undefined;
}

/** Whether referrals of the same child are known that were not read: then nothing can be said to be safe. */
export function isUnread({ sameChild = [], others = [] }: FamilyFacts): boolean {
  return sameChild.length > others.length;
}

/**
 * Whether a family is flagged: it has moved to a safe place, an address is kept from someone, there are words about safe contact or a mark not to write, or
 * staff said no. A flag in any referral of the same child holds for each.
 */
export function isFlagged(facts: FamilyFacts): boolean {
  return isUnread(facts) || [facts, ...(facts.others ?? [])].some(hasFlag) || (facts.others ?? []).some(saidNoOfSome);
}

function hasFlag({ family, staffSaidNo, atSafePlace }: SameChild): boolean {
  return (
    staffSaidNo === true ||
    atSafePlace === true ||
    family.parents.some((adult) => isGuarded(adult) || adult.addressKeptFrom !== undefined)
  );
}

/** No one can say which adult of this referral that is, so it counts for each. */
function saidNoOfSome({ staffSaid = [] }: SameChild): boolean {
  return staffSaid.some((said) => !allowsEmail(said));
}
