import type { Case } from '#domain/case/case.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { familyFacts } from '#domain/safe-contact/family-facts.ts';

/** The facts of a family as this version of its case has them, with the other referrals and the day that were read before. */
export function factsNow(sent: Addressees, current: Case, { others = [], today = '' }: Addressees): Addressees {
  return familyFacts(sent, current, { others, today });
}
