import { familyAgreed } from './ask-withdrawal.ts';
import { endedAtVisit } from './assessment.ts';
import type { Case } from './case.ts';
import { SUPPORT_CLOSED } from './close-support.ts';
import { isOpen } from './codes.ts';
import { hasDied } from './death.ts';
import { endedBefore } from './imported.ts';
import { isSuspicious } from './suspicion.ts';

/** How a case ended, as the service writes to its family. */
type EndedAs =
  | 'DECLINED'
  | 'REDIRECTED'
  | 'ADVISORY'
  | 'OUT_OF_SCOPE'
  | 'WITHDRAWN'
  | 'RETURNED'
  | 'TAKEN_OFF'
  | 'SUPPORT_CLOSED';

const byRules: ReadonlyMap<string, EndedAs> = new Map<string, EndedAs>([
  ['REDIRECTED_EY_ADVISORY', 'ADVISORY'],
  ['OUT_OF_SCOPE', 'OUT_OF_SCOPE'],
  ['RETURNED_INVALID', 'RETURNED'],
  ['NOT_ACCEPTED_NO_EVIDENCE', 'RETURNED'],
  [SUPPORT_CLOSED, 'SUPPORT_CLOSED'],
]);

const byPeople: ReadonlyMap<string, EndedAs> = new Map<string, EndedAs>([
  ['DECLINED', 'DECLINED'],
  ['REDIRECTED', 'REDIRECTED'],
  ['CLOSED', 'TAKEN_OFF'],
]);

/**
 * How a case ended of which the service itself writes to the family, also while people are still being told. Undefined for
 * every other: no agreement, a duplicate, what no person sent, a child who has died, what our team spoke with them about, and
 * what had ended before the service began.
 */
export function endedAs(theCase: Case): EndedAs | undefined {
  const { status, outcome, next } = theCase;
  if (hasDied(theCase) || isSuspicious(theCase) || familyAgreed(theCase)) return undefined;
  if (endedAtVisit(theCase) || endedBefore(theCase)) return undefined;
  if (status === 'WITHDRAWN') return mayHearOfWithdrawal(theCase) ? 'WITHDRAWN' : undefined;
  const isEnding = next === 'NOTIFY' || !isOpen(status);
  if (!isEnding || status === 'ON_WAITING_LIST') return undefined;
  return byRules.get(outcome ?? '') ?? byPeople.get(status);
}

/** Whether a referral ended because the child is over an age limit, so that no one can refer them again. */
export function endedOverAge({ outcome }: Pick<Case, 'outcome'>): boolean {
  return outcome === 'OUT_OF_SCOPE' || outcome === 'REDIRECTED_EY_ADVISORY';
}

/**
 * Whether the service writes to the family of a withdrawal. Not of one that waited for a comparison: its family may have another referral, which goes on. Nor of a child who was on a
 * list: a person asks the family first.
 */
export function mayHearOfWithdrawal({ duplicateOf, duplicateCleared, listedAt }: Case): boolean {
  return listedAt === undefined && (duplicateOf === null || duplicateCleared);
}
