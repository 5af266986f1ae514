import type { Case } from '#domain/case/case.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { FamilyFacts, SameChild } from '#domain/safe-contact/facts.ts';
import { familyFacts, sameChildAs } from '#domain/safe-contact/family-facts.ts';
import { londonDateOf } from '#domain/values/dates.ts';

export interface FamilyDeps {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly now: Now;
}

/**
 * A referral with all that decides today what may go to whom: what staff recorded in its case, and each other referral of the
 * same child, read consistently. One of these that cannot be read is left out: then nothing goes to the family.
 */
export async function readFamily<Sent extends SameChild>(
  { cases, referrals, now }: FamilyDeps,
  theCase: Case,
  sent: Sent,
): Promise<Sent & FamilyFacts> {
  const read = sameChildAs(theCase).map(async (reference) => {
    const [other, stored] = await Promise.all([cases.readCase(reference), referrals.readReferral(reference)]);
    return other && stored ? [familyFacts(addresseesOf(stored.body), other)] : [];
  });
  return familyFacts(sent, theCase, { others: (await Promise.all(read)).flat(), today: londonDateOf(now()) });
}
