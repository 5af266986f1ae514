import type { Case } from '#domain/case/case.ts';
import { correctedBirthDate } from '#domain/case/corrected.ts';
import { birthDateIn } from '#domain/referral/birth-date.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';

/**
 * Whether this is the child's date of birth: as staff corrected it, or as the referral has it. Who sent it with a mistake, and
 * was not told of the correction, still comes in.
 */
export function isBirthDate(
  on: string,
  stored: Pick<StoredReferral, 'body'>,
  theCase: Pick<Case, 'birthDates'>,
): boolean {
  return on === birthDateIn(stored.body) || on === correctedBirthDate(theCase);
}
