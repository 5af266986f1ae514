import { sharedWithNow } from '#domain/case/shares.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { otherServiceMailbox } from '#domain/people/mailboxes.ts';
import type { ReferralStore } from '#domain/ports/stores.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import { readTeam } from '../access/read-team.ts';
import { type DeliverDeps, deliverNotice } from './deliver.ts';

export interface NewSharedLinkDeps extends DeliverDeps {
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
}

export type MailNewSharedLink = (token: string) => Promise<void>;

/**
 * Emails the other service a new link in place of one that has run out, at most once a day for one link. Only while the
 * referral is shared and that mailbox is still the service's. Nothing is answered, so whoever asks learns nothing.
 */
export function mailNewSharedLink(deps: NewSharedLinkDeps): MailNewSharedLink {
  return async (token) => {
    const link = await deps.access.readLink(sha256(token));
    if (link?.purpose !== 'SHARED') return;
    const { reference, hash } = link;
    const [theCase, stored] = await Promise.all([
      deps.cases.readCase(reference),
      deps.referrals.readReferral(reference),
    ]);
    if (!theCase) return;
    const team = await readTeam(deps)();
    const to = sharedWithNow(theCase).find((one) => {
      const mailbox = otherServiceMailbox(one, team, deps.config);
      return mailbox !== undefined && sameMailbox(link.mailbox, mailbox);
    });
    if (to === undefined) return;
    const id = `ADVISORY_NEW_LINK-${hash.slice(0, 16)}-${londonDateOf(deps.now())}`;
    const owed = { id, kind: 'ADVISORY_NEW_LINK', to, link: 'SHARED' } as const;
    await deliverNotice(deps, owed, { reference, theCase, referral: addresseesOf(stored?.body) });
  };
}
