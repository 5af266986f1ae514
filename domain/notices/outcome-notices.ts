import type { Case } from '../case/case.ts';
import { isOpen, statusSchema } from '../case/codes.ts';
import { isSuspicious } from '../case/suspicion.ts';
import type { Staff } from '../people/on-duty.ts';
import { FromALaterRelease } from '../problems/errors.ts';
import { sameMailbox } from '../values/mailbox.ts';
import { type Addressees, familyDestination } from './addressees.ts';
import { type Intent, managers, referrers, triagersAndManagers } from './intent.ts';
import type { NoticeKind } from './notice.ts';
import { withdrawnNotices } from './withdrawn.ts';

const stops: Record<string, NoticeKind> = {
  NOT_ACCEPTED_NO_EVIDENCE: 'NOT_ACCEPTED_NO_EVIDENCE',
  NOT_ACCEPTED_NO_CONSENT: 'NOT_ACCEPTED_NO_CONSENT',
  RETURNED_INVALID: 'RETURNED_INVALID',
  REDIRECTED_EY_ADVISORY: 'REDIRECTED_EY_ADVISORY',
  OUT_OF_SCOPE: 'OUT_OF_SCOPE',
};

/**
 * Whom to tell how a case has gone. The family hears from the service only when the child is on a list; every other outcome
 * is the referrer's to talk through with them, and the notices to the referrer say so. Throws `FromALaterRelease` for an end
 * that this release does not know: no one must be left untold.
 */
export function outcomeNotices(theCase: Case, referral: Addressees, staff: Staff): Intent[] {
  if (theCase.status === 'WITHDRAWN') return withdrawnNotices(theCase, referral, staff);
  if (theCase.status === 'ON_WAITING_LIST') return listedNotices(referral, staff);
  const stop = stops[theCase.outcome ?? ''];
  if (stop) return referrers(stop, referral);
  if (theCase.status === 'DECLINED') return referrers('OUTCOME_DECLINED', referral);
  if (theCase.status === 'REDIRECTED') return referrers('OUTCOME_REDIRECTED', referral);
  if (theCase.status === 'NOT_ACCEPTED' && theCase.duplicateOf) return referrers('OUTCOME_DUPLICATE', referral);
  const isUnderWay = statusSchema.safeParse(theCase.status).success && isOpen(theCase.status);
  if (isSuspicious(theCase) || isUnderWay) return [];
  throw new FromALaterRelease('A case ended in a way that this release does not know.');
}

function listedNotices(referral: Addressees, staff: Staff): Intent[] {
  const { parents } = referral.family;
  const one = (kind: NoticeKind, to: string): Intent => ({ kind, to });
  // Two parents with one mailbox get one letter in it (where either must not be written to, neither is).
  const letters = parents.flatMap(({ email }, i) =>
    parents.slice(0, i).some((earlier) => sameMailbox(earlier.email, email))
      ? []
      : [one('FAMILY_LETTER', `FAMILY:${i}`)],
  );
  const inPerson = parentsToTellInPerson(referral).length > 0;
  return [
    ...referrers('OUTCOME_LISTED', referral),
    ...letters,
    ...(inPerson ? managers('TEAM_TELL_IN_PERSON', staff) : []),
    ...triagersAndManagers('TEAM_LISTED', staff),
  ];
}

/** Whether a notice says that the child is on a list: put off until the referral is withdrawn, it would be untrue. */
export function noticeNamesList(kind: NoticeKind): boolean {
  return ofList.includes(kind);
}

const ofList: readonly NoticeKind[] = ['OUTCOME_LISTED', 'FAMILY_LETTER', 'TEAM_TELL_IN_PERSON', 'TEAM_LISTED'];

/** The places (from 0) of the parents to whom no notice may be sent, so that a person tells them. */
export function parentsToTellInPerson(referral: Addressees): number[] {
  return referral.family.parents.flatMap((_, i) => ('forAPerson' in familyDestination(i, referral) ? [i] : []));
}
