import type { LinkPurpose } from '../people/link.ts';

/** The address that a link is emailed as. Staff, referrers and drafts have paths of their own. */
export function linkUrl(baseUrl: string, purpose: LinkPurpose, token: string): string {
  const door = purpose === 'TASK' ? 'triage' : purpose === 'DRAFT' ? 'refer' : 'referral';
  return `${baseUrl.replace(/\/+$/, '')}/${door}/l/${token}`;
}
