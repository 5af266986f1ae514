import type { FamilyFacts } from '../safe-contact/facts.ts';
import { toArrange } from '../safe-contact/reads.ts';
import type { Case } from './case.ts';
import { toldAbout } from './told.ts';

/**
 * Whether a deadline by which the family must answer this news may run. It does not while they need a format, a language or an
 * interpreter that a person must arrange, until someone has entered that they were told; nor where no one tells them.
 * `about`: as `toldAbout` has it. Whatever asks a family for an answer by a day asks this first.
 */
export function familyTimeRuns(
  theCase: Pick<Case, 'told' | 'reopened'>,
  about: string,
  family: Pick<FamilyFacts, 'communication'>,
): boolean {
  if (toArrange(family) === undefined) return true;
  const told = toldAbout(theCase, about);
  return told !== undefined && told.how !== 'NOT_TOLD';
}
