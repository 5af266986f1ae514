import { saidOfParent } from '../case/corrected.ts';
import type { Channel } from '../case/safe-channel-shape.ts';
import { sameMailbox } from '../values/mailbox.ts';
import { isConfirmed } from './channel.ts';
import { isDead } from './dead.ts';
import { contactOf, type FamilyFacts } from './facts.ts';
import { isFlagged, isGuarded, isUnread } from './flags.ts';
import { mayBeTold, othersDecide } from './others-decide.ts';
import { readsOurs } from './reads.ts';
import { isOutdated } from './same-adult.ts';

/** Where something goes to an adult, or the code of why a person must see to it. */
export type Way = { readonly address: string } | { readonly forAPerson: string };

/** The code of a parent to whom staff recorded that no email may go. */
const STAFF_SAID_NO = 'STAFF_SAID_NO';

/** The code of a parent of whom staff recorded that they have no parental responsibility, or that no one knows. */
const STAFF_SAID_NO_RESPONSIBILITY = 'STAFF_SAID_NO_RESPONSIBILITY';

const missing: Readonly<Record<Channel, string>> = { EMAIL: 'NO_EMAIL', POST: 'NO_ADDRESS', TELEPHONE: 'NO_PHONE' };

/**
 * Where an email, a printed letter or a call to the adult at this place of the referral (from 0) goes, or the code of why
 * none may. This is the one rule of safe contact: every email and every printed letter to a family asks it when it is sent.
 *
 * No channel is open at immediate risk, without agreement, to who may not be told, or while others may decide. To a flagged
 * family only the one that two people confirmed for this adult is. An address that changed is never given.
 */
export function wayTo(place: number, channel: Channel, facts: FamilyFacts): Way {
  const value = contactOf(place, channel, facts);
  const why =
    whyNone(facts) ??
    whyNoChannel(place, channel, facts) ??
    (value === undefined ? missing[channel] : whyUnsafe(place, channel, facts));
  return why === undefined && value !== undefined ? { address: value } : { forAPerson: why ?? missing[channel] };
}

/** Why no adult of this family is reached. */
export function whyNone(facts: FamilyFacts): string | undefined {
  const { consent, others = [] } = facts;
  if ([facts, ...others].some(({ immediateRisk }) => immediateRisk === true)) return 'IMMEDIATE_RISK';
  if (consent?.parentAgreesToReferral === false || consent?.parentUnderstandsAims === false) return 'NO_AGREEMENT';
  return isUnread(facts) ? 'JOINED_UNREAD' : undefined;
}

/** Why this adult is not reached by this channel, whatever it holds and the family's flags say. */
export function whyNoChannel(place: number, channel: Channel, facts: FamilyFacts): string | undefined {
  return othersDecide(place, facts) ?? whyNotAdult(place, channel, facts);
}

/** Why this adult is not reached, whatever the family's flags say. */
function whyNotAdult(place: number, channel: Channel, facts: FamilyFacts): string | undefined {
  const adult = facts.family.parents[place];
  const said = saidOfParent(facts.staffSaid, place);
  // Staff who stop emails stop no letter that two people found safe.
  if (facts.staffSaidNo && channel === 'EMAIL') return STAFF_SAID_NO;
  if (!adult || (adult.doNotContact && !isConfirmed(place, channel, facts))) return 'DO_NOT_WRITE';
  if (said && said.holds !== 'YES') return STAFF_SAID_NO_RESPONSIBILITY;
  if (said && !said.mayEmail && channel === 'EMAIL') return STAFF_SAID_NO;
  if (adult.parentalResponsibility === false && said?.holds !== 'YES') return 'NO_PARENTAL_RESPONSIBILITY';
  return mayBeTold(place, facts) ? undefined : 'NOT_TO_BE_TOLD';
}

/** Why what would reach this adult could reach someone else, or tell them where someone is. */
function whyUnsafe(place: number, channel: Channel, facts: FamilyFacts): string | undefined {
  if (isOutdated(place, channel, facts)) return 'CONTACT_CHANGED';
  if (channel === 'EMAIL' && sharesMailbox(place, facts)) return 'MAILBOX_SHARED';
  if (isFlagged(facts) && !isConfirmed(place, channel, facts)) return whyFlagged(place, facts);
  if (channel === 'EMAIL' && isDead(place, facts)) return 'EMAIL_CAME_BACK';
  // An email has one format. Who prints a letter looks at that when it is written.
  return channel === 'EMAIL' && !readsOurs(facts, ['STANDARD']) ? 'OTHER_FORMAT' : undefined;
}

/** The flag that says most of how a person has to reach this adult. */
function whyFlagged(place: number, facts: FamilyFacts): string {
  // Words about safe contact are for people: no machine can tell "email is best" from "he reads her email".
  if (facts.family.parents[place]?.safeContact !== undefined) return 'SAFE_WAYS_TO_READ';
  const kept = facts.family.parents.some((other, i) => i !== place && other.addressKeptFrom !== undefined);
  return kept ? 'ADDRESS_KEPT_FROM_SOMEBODY' : 'FLAGGED';
}

/** Whether the mailbox of this adult is also that of one who must not be written to, and for whom it was not found safe. */
function sharesMailbox(place: number, facts: FamilyFacts): boolean {
  const mine = contactOf(place, 'EMAIL', facts);
  const isTheirs = (n: number) => sameMailbox(contactOf(n, 'EMAIL', facts), mine) && !isConfirmed(n, 'EMAIL', facts);
  const elsewhere = (facts.others ?? []).flatMap(({ family }) => family.parents);
  return (
    facts.family.parents.some((other, n) => n !== place && isGuarded(other) && isTheirs(n)) ||
    elsewhere.some((other) => isGuarded(other) && sameMailbox(other.email, mine) && !isConfirmed(place, 'EMAIL', facts))
  );
}
