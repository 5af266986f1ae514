import { contactOf, type FamilyFacts } from './facts.ts';
import { mayShow, type Reader } from './may-show.ts';
import { isOutdated } from './same-adult.ts';
import { contactAt, type Keys, thingAt } from './thing-at.ts';

/**
 * A referral as this reader may see it: what they may not is left out, and a contact that changed since is the one of today.
 * Takes anything that was sent, also what is no valid referral. What this release does not know counts as typed words.
 */
export function shownTo(reader: Reader, facts: FamilyFacts, body: unknown): unknown {
  return shown(body, [], reader, facts);
}

/** Whether this reader may see what stands at this place of a referral. */
export function isShown(keys: Keys, reader: Reader, facts: FamilyFacts): boolean {
  const thing = thingAt(keys);
  return thing === undefined || mayShow(thing, reader, facts);
}

function shown(value: unknown, keys: Keys, reader: Reader, facts: FamilyFacts): unknown {
  if (Array.isArray(value)) return value.map((one: unknown, n) => shown(one, [...keys, n], reader, facts));
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, one]) => [key, shown(one, [...keys, key], reader, facts)] as const,
    );
    return Object.fromEntries(members.filter(([, one]) => one !== undefined));
  }
  return isShown(keys, reader, facts) ? current(value, keys, facts) : undefined;
}

/** A contact as it is today; nothing where a later referral gives another. */
function current(value: unknown, keys: Keys, facts: FamilyFacts): unknown {
  const contact = contactAt(keys);
  if (contact?.channel === undefined) return value;
  const { place, channel } = contact;
  const isSaid = facts.contacts?.some((one) => one.place === place && one.channel === channel) ?? false;
  if (isOutdated(place, channel, facts)) return undefined;
  return isSaid ? contactOf(place, channel, facts) : value;
}
