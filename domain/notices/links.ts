import type { LinkPurpose } from '../people/link.ts';
import type { NoticeKind } from './notice.ts';

const purposes: Partial<Record<NoticeKind, LinkPurpose>> = {
  ACKNOWLEDGEMENT: 'STATUS',
  TRIAGE_REQUEST: 'TASK',
  TRIAGE_REMINDER: 'TASK',
  TRIAGE_ESCALATION: 'TASK',
  DUPLICATE_REQUEST: 'TASK',
  DUPLICATE_REMINDER: 'TASK',
  SUSPICIOUS_REQUEST: 'TASK',
  SUSPICIOUS_REMINDER: 'TASK',
  REFERRER_REQUEST: 'ANSWER',
  REFERRER_REMINDER: 'ANSWER',
  OUTCOME_LISTED: 'STATUS',
  OUTCOME_DECLINED: 'STATUS',
  OUTCOME_REDIRECTED: 'STATUS',
  OUTCOME_DUPLICATE: 'STATUS',
  OUTCOME_WITHDRAWN: 'STATUS',
  HAND_OVER_REQUEST: 'HANDOVER',
  HAND_OVER_TAKEN: 'STATUS',
  NOT_ACCEPTED_NO_EVIDENCE: 'RESUBMIT',
  RETURNED_INVALID: 'RESUBMIT',
  REDIRECTED_EY_ADVISORY: 'FORWARD',
};

/** What the link in a notice of this kind is for; undefined where the notice has none. */
export function linkPurposeOf(kind: NoticeKind): LinkPurpose | undefined {
  return purposes[kind];
}

/** The address that a link is e-mailed as: staff, referrers and drafts have doors of their own. */
export function linkUrl(baseUrl: string, purpose: LinkPurpose, token: string): string {
  const door = purpose === 'TASK' ? 'triage' : purpose === 'DRAFT' ? 'refer' : 'referral';
  return `${baseUrl.replace(/\/+$/, '')}/${door}/l/${token}`;
}
