import type { Case } from '../case/case.ts';
import { isOpen } from '../case/codes.ts';
import type { LinkPurpose } from '../people/link.ts';

const doors: Partial<Record<LinkPurpose, string>> = {
  ...{ TASK: 'triage', TODAY: 'staff', DRAFT: 'refer', SHARED: 'shared', OFFER: 'family', PAGE: 'family/page' },
};

/** The address that a link is emailed as. Staff, referrers, drafts, other services and families have paths of their own. */
export function linkUrl(baseUrl: string, purpose: LinkPurpose, token: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${doors[purpose] ?? 'referral'}/l/${token}`;
}

/** Whether a link works beyond its last day: one to the status of a case does while the case is open. */
export function outlastsItsDay(purpose: LinkPurpose, theCase: Pick<Case, 'status' | 'next'> | undefined): boolean {
  if (purpose !== 'STATUS' || !theCase || !isOpen(theCase.status)) return false;
  // Whom the rules stopped is told before the case is shown as ended.
  return theCase.next !== 'NOTIFY' || theCase.status === 'ON_WAITING_LIST';
}
