import type { Channel } from '../case/safe-channel-shape.ts';
import { contactOf, type FamilyFacts, type SameChild } from './facts.ts';

/** A name without what people write differently: capitals, accents, stops and blanks. */
const plain = (name: string | undefined) =>
  name
    ?.normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '') ?? '';

/**
 * Whether a later referral of the same child gives another contact of the same adult, who is known by name, or staff recorded
 * one there. What staff recorded in this case stands.
 */
export function isOutdated(place: number, channel: Channel, facts: FamilyFacts): boolean {
  if (facts.contacts?.some((one) => one.place === place && one.channel === channel)) return false;
  const mine = contactOf(place, channel, facts);
  const name = plain(facts.family.parents[place]?.name);
  const later = (facts.others ?? []).filter((other) => isLater(other, facts, channel));
  return later.some((other) =>
    other.family.parents.some((adult, n) => {
      const theirs = contactOf(n, channel, other);
      return name !== '' && plain(adult.name) === name && theirs !== undefined && plain(theirs) !== plain(mine);
    }),
  );
}

/** Where a day is unknown, the other counts as later: an old address does more harm than a letter that a person sends. */
function isLater(other: SameChild, { receivedAt }: SameChild, channel: Channel): boolean {
  const isSaid = other.contacts?.some((one) => one.channel === channel) ?? false;
  return isSaid || receivedAt === undefined || other.receivedAt === undefined || other.receivedAt > receivedAt;
}
