import type { LinkPurpose } from '../people/link.ts';

const doors: Partial<Record<LinkPurpose, string>> = { TASK: 'triage', DRAFT: 'refer', SHARED: 'shared' };

/** The address that a link is emailed as. Staff, referrers, drafts and other services have paths of their own. */
export function linkUrl(baseUrl: string, purpose: LinkPurpose, token: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${doors[purpose] ?? 'referral'}/l/${token}`;
}
