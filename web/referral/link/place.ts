import type { CodePlace } from '../../access/code-page.ts';
import type { ReferrerLink } from '../../access/referrer-link.ts';

/** Where the code of a referrer's link is asked for and entered. It goes to the mailbox of that link only. */
export function placeOf({ token, link: { hash, reference, mailbox } }: ReferrerLink): CodePlace {
  return { door: { mailbox, through: hash }, at: `/referral/l/${token}/email`, mailTo: mailbox, reference };
}

/** A colleague who is asked to take a referral over must know the child, so a mailbox alone does not open theirs. */
export function opensByCode({ link }: ReferrerLink): boolean {
  return link.purpose !== 'HANDOVER';
}
