import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import { hasDied } from '#domain/case/death.ts';
import { openTask } from '#domain/case/decide.ts';
import { handOverStateOf, isReferrer } from '#domain/case/hand-over.ts';
import { endedUnanswered } from '#domain/case/questioned.ts';
import { canBeSentTo } from '#domain/case/sent-to.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { referrerActor } from '#domain/people/actor.ts';
import type { Link } from '#domain/people/link.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { callUsPage } from '../layout/call-us.ts';
import type { PageDeps } from '../layout/page.ts';
import { deadLink } from './dead-link.ts';
import { type Admitted, anyForm, type Guard } from './guard.ts';
import { hasTime, storedLink } from './links.ts';
import { isNotReady, notReadyPage } from './not-ready.ts';
import type { SessionDeps } from './sessions.ts';

interface ReferrerLinkDeps extends Pick<SessionDeps, 'access' | 'now'> {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
}

interface ValidLink {
  readonly link: Link;
  readonly theCase: Case;
  readonly stored: StoredReferral;
}

/** A link of a referrer, not opened yet: the case and the referral are there to check an answer, not to be shown. */
export interface ReferrerLink extends Admitted, ValidLink {
  readonly token: string;
}

/**
 * Admits the holder of a referrer's link while it is valid. A link that is unknown, expired, used or revoked looks the same,
 * and each may ask for a new one.
 */
export function referrerLinkGuard(deps: ReferrerLinkDeps & PageDeps): Guard<ReferrerLink> {
  return async (_request, { token = '' }) => {
    const silent = await referenceOfDied(deps, token);
    if (silent !== undefined) return { refuse: () => callUsPage(deps, silent) };
    const live = await validLink(deps, token);
    if (!live) return { refuse: (await isNotReady(deps, token)) ? () => notReadyPage(deps) : () => deadLink(deps) };
    return { seen: { ...live, actor: referrerActor(live.link.mailbox), token, refuseForm: anyForm } };
  };
}

/** The reference behind any link that was ever mailed, expired or used, when the child has died. Staff have pages of their own. */
export async function referenceOfDied(deps: ReferrerLinkDeps, token: string): Promise<string | undefined> {
  const link = await storedLink(deps, token);
  if (!link || link.purpose === 'TASK') return undefined;
  const theCase = await deps.cases.readCase(link.reference);
  return theCase && hasDied(theCase) ? link.reference : undefined;
}

/**
 * The link behind a token while its case still has something for it and its mailbox is still the referrer's or their
 * team's, read consistently. A link to the status does not run out while the referral is open.
 */
export async function validLink(deps: ReferrerLinkDeps, token: string): Promise<ValidLink | undefined> {
  const link = await storedLink(deps, token);
  if (!link || link.purpose === 'TASK' || link.purpose === 'OFFER') return undefined;
  const [theCase, stored] = await Promise.all([
    deps.cases.readCase(link.reference),
    deps.referrals.readReferral(link.reference),
  ]);
  if (!theCase || !stored) return undefined;
  const lasts = link.purpose === 'STATUS' && isOpen(theCase.status);
  if (!lasts && !hasTime(deps, link)) return undefined;
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
  if (purpose === 'RESUBMIT') return resubmittable.includes(theCase.outcome ?? '') || endedUnanswered(theCase);
  return purpose === 'FORWARD' && canBeSentTo(theCase) !== undefined;
}

const resubmittable = ['NOT_ACCEPTED_NO_EVIDENCE', 'RETURNED_INVALID'];
