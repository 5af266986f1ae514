import { sameMailbox } from '../values/mailbox.ts';
import { contactOf, type SameChild } from './facts.ts';

/** Whether an email to the mailbox of this adult failed for good, and staff recorded no address of theirs since. */
export function isDead(place: number, facts: SameChild): boolean {
  const mine = contactOf(place, 'EMAIL', facts);
  return (facts.dead ?? []).some(({ place: n, at = '' }) => {
    const isCorrected = facts.contacts?.some((one) => one.place === n && one.channel === 'EMAIL' && one.at > at);
    return isCorrected !== true && (n === place || sameMailbox(contactOf(n, 'EMAIL', facts), mine));
  });
}
