import type { Case } from '../case/case.ts';
import { deadMailboxes } from '../case/news-back.ts';
import type { FamilyFacts, FamilySaid, SameChild } from './facts.ts';

type SaidInCase = Partial<Pick<Case, 'receivedAt'>> &
  Pick<
    Case,
    | 'noFamilyEmail'
    | 'safePlace'
    | 'familyEmailSaidAt'
    | 'responsibility'
    | 'mayHear'
    | 'contacts'
    | 'safeChannels'
    | 'joined'
    | 'duplicateOf'
    | 'duplicateCleared'
    | 'unreached'
  >;

/**
 * The references of referrals of the same child: those that were joined, and the one that this may repeat unless a person
 * said that it is another child.
 */
export function sameChildAs(theCase: Pick<Case, 'joined' | 'duplicateOf' | 'duplicateCleared'>): string[] {
  const { joined = [], duplicateOf, duplicateCleared } = theCase;
  const repeats = duplicateOf !== null && !duplicateCleared ? [duplicateOf] : [];
  return [...new Set([...repeats, ...joined.map(({ reference }) => reference)])];
}

/** What staff recorded of the family in this case since its referral was sent. */
export function saidInCase(theCase: SaidInCase): FamilySaid {
  const { receivedAt, noFamilyEmail, familyEmailSaidAt, responsibility, mayHear, contacts, safeChannels } = theCase;
  const sameChild = sameChildAs(theCase);
  const dead = deadMailboxes(theCase);
  return {
    ...(receivedAt !== undefined && { receivedAt }),
    ...(noFamilyEmail && { staffSaidNo: true }),
    ...(theCase.safePlace && { atSafePlace: true }),
    ...(familyEmailSaidAt !== undefined && { emailSaidAt: familyEmailSaidAt }),
    ...(responsibility && { staffSaid: responsibility }),
    ...(mayHear && { mayHear }),
    ...(contacts && { contacts }),
    ...(safeChannels && { channels: safeChannels }),
    ...(dead.length > 0 && { dead }),
    ...(sameChild.length > 0 && { sameChild }),
  };
}

/**
 * A referral with what staff recorded in its case, with the others of the same child, on this day: what `wayTo`, `mayShow` and
 * `isFlagged` are asked with. `others` are what `readFamily` reads; what is left out counts as unsafe.
 */
export function familyFacts<Sent extends SameChild>(
  sent: Sent,
  theCase: SaidInCase,
  more: Pick<FamilyFacts, 'others' | 'today'> = {},
): Sent & FamilyFacts {
  // The home of before is where someone may look for them.
  const home = theCase.safePlace ? undefined : sent.home;
  return { ...sent, ...saidInCase(theCase), ...more, home };
}

/** A case as it was read, with what staff have recorded of the family by now. */
export function withSaid(seen: Case, now: Case): Case {
  const { noFamilyEmail, familyEmailSaidAt, responsibility, mayHear, contacts, safeChannels, joined, unreached } = now;
  return {
    ...seen,
    ...(now.safePlace && { safePlace: now.safePlace }),
    ...(noFamilyEmail && { noFamilyEmail }),
    ...(familyEmailSaidAt !== undefined && { familyEmailSaidAt }),
    ...(responsibility && { responsibility }),
    ...(mayHear && { mayHear }),
    ...(contacts && { contacts }),
    ...(safeChannels && { safeChannels }),
    ...(joined && { joined }),
    ...(unreached && { unreached }),
  };
}
