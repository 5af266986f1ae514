import { isReferrer } from '#domain/case/hand-over.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { LinkPurpose } from '#domain/people/link.ts';
import type { AccessStore, CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { type DeliverDeps, deliverNotice } from './deliver.ts';

export interface NewLinkDeps extends DeliverDeps {
  readonly cases: CaseStore;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly access: AccessStore;
}

/** The links of a referrer that lead to a referral of their own. */
const OF_REFERRER: readonly string[] = ['STATUS', 'ANSWER', 'RESUBMIT', 'FORWARD'] satisfies LinkPurpose[];

/**
 * Emails a link to the status of a referral to where a dead link to it went, if that mailbox is still the referrer's. At
 * most once a day for one link, which the ledger sees to: the day and the link are the notice's id. Nothing is answered,
 * so whoever asks learns nothing. How long it takes tells only whoever holds a link that it was once one of ours: no one
 * finds one of 256 random bits by trying.
 */
export function mailNewLink(deps: NewLinkDeps): (token: string) => Promise<void> {
  return async (token) => {
    const link = await deps.access.readLink(sha256(token));
    if (!link || !OF_REFERRER.includes(link.purpose)) return;
    const [theCase, stored] = await Promise.all([
      deps.cases.readCase(link.reference),
      deps.referrals.readReferral(link.reference),
    ]);
    const referral = addresseesOf(stored?.body);
    if (!theCase || !isReferrer(theCase, referral, link.mailbox)) return;
    const to = link.to === 'REFERRER_TEAM' ? link.to : 'REFERRER';
    const id = `NEW_LINK-${link.hash.slice(0, 16)}-${londonDateOf(deps.now())}`;
    const owed = { id, kind: 'NEW_LINK', to, link: 'STATUS' } as const;
    await deliverNotice(deps, owed, { reference: link.reference, theCase, referral });
  };
}
