import type { Case } from '#domain/case/case.ts';
import { followersOf } from '#domain/case/followed.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import type { MailboxKey } from '#domain/ports/services.ts';
import type { FollowedStore } from '#domain/ports/stores.ts';
import { keyedHash } from '#domain/values/hash.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';

export interface FollowedDeps {
  readonly followed: FollowedStore;
  readonly mailboxKey: MailboxKey;
}

export type NoteFollowers = (theCase: Case, referral: Addressees) => Promise<void>;

/**
 * Keeps under the mailboxes of a case, as it stands, that it is theirs, so that they find it without a link. Written again it
 * changes nothing. Throws `Transient` when the store or the key is out of reach.
 */
export function noteFollowers(deps: FollowedDeps): NoteFollowers {
  return async (theCase, referral) => {
    const hashOf = await mailboxHash(deps);
    const entries = followersOf(theCase, referral);
    await Promise.all(entries.map(({ mailbox, followed }) => deps.followed.noteFollowed(hashOf(mailbox), followed)));
  };
}

/** How a mailbox is hashed, however it is written. Without the key no one can test whether a mailbox has referrals. */
export async function mailboxHash({ mailboxKey }: Pick<FollowedDeps, 'mailboxKey'>) {
  const key = await mailboxKey();
  return (mailbox: string): string => keyedHash(key, foldedMailbox(mailbox));
}
