import type { Case } from '#domain/case/case.ts';
import { openTask } from '#domain/case/decide.ts';
import { handOverStateOf, isReferrer } from '#domain/case/hand-over.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Link } from '#domain/people/link.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { readLink } from '../access/links.ts';
import type { ReferralDeps } from './deps.ts';

interface ValidLink {
  readonly link: Link;
  readonly theCase: Case;
  readonly stored: StoredReferral;
}

/**
 * The link behind a token while its case still has something for it and its mailbox is still the referrer's or their
 * team's, read consistently.
 */
export async function validLink(
  deps: Pick<ReferralDeps, 'access' | 'cases' | 'referrals' | 'now'>,
  token: string,
): Promise<ValidLink | undefined> {
  const link = await readLink(deps, token);
  if (!link || link.purpose === 'TASK') return undefined;
  const [theCase, stored] = await Promise.all([
    deps.cases.readCase(link.reference),
    deps.referrals.readReferral(link.reference),
  ]);
  if (!theCase || !stored) return undefined;
  const live = { link, theCase, stored };
  if (link.purpose === 'HANDOVER') {
    return handOverStateOf(theCase, link.taskId, deps.now()) === 'OPEN' ? live : undefined;
  }
  const isTheirs = isReferrer(theCase, addresseesOf(stored.body), link.mailbox);
  return isTheirs && isWanted(theCase, link.purpose, link.taskId) ? live : undefined;
}

/** Whether a case still has something for a link or session of this purpose. */
export function isWanted(theCase: Case, purpose: Link['purpose'], taskId: string | undefined): boolean {
  if (purpose === 'STATUS') return true;
  if (purpose === 'ANSWER') return taskId !== undefined && openTask(theCase, taskId)?.kind === 'REFERRER';
  if (purpose === 'RESUBMIT') return resubmittable.includes(theCase.outcome ?? '');
  return purpose === 'FORWARD' && theCase.outcome === 'REDIRECTED_EY_ADVISORY';
}

const resubmittable = ['NOT_ACCEPTED_NO_EVIDENCE', 'RETURNED_INVALID'];
