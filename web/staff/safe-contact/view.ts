import type { Case } from '#domain/case/case.ts';
import type { SafeChannel } from '#domain/case/safe-channel-shape.ts';
import { channelSchema } from '#domain/case/safe-channel-shape.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { knownIn } from '#domain/referral/known.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { hasSecond, whyVoid } from '#domain/safe-contact/channel.ts';
import { contactOf, type FamilyFacts } from '#domain/safe-contact/facts.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { responsibilityWords } from '../responsibility/words.ts';
import { channelWords, safeContactWords as words } from './words.ts';

const named: ReadonlyMap<string, string> = new Map(Object.entries(channelWords));

/** How a channel is called; one of a later release by no name. */
export function channelInWords(channel: string): string {
  return named.get(channel) ?? '';
}

/** The name of each adult of a referral, or their number where the name cannot be read. */
export function adultNames(stored: StoredReferral, count: number): string[] {
  const names = knownIn(stored).parents;
  return Array.from({ length: count }, (_, place) => names[place] ?? responsibilityWords.numbered(place + 1));
}

/** Each adult with how they can be reached today, and the way that was recorded last with whether it holds. */
export function adultsView(facts: FamilyFacts, names: readonly string[]) {
  return names.map((name, place) => {
    const contacts = channelSchema.options.map((channel) => {
      const value = contactOf(place, channel, facts);
      return value === undefined ? words.unknown(channelWords[channel]) : `${channelWords[channel]}: ${value}`;
    });
    const last = facts.channels?.findLast((one) => one.place === place);
    return { place, name, lines: [...contacts, ...(last ? channelLines(last, facts) : [words.none])] };
  });
}

function channelLines(channel: SafeChannel, facts: FamilyFacts): string[] {
  const { by, at, reason, confirmed } = channel;
  const second =
    confirmed && hasSecond(channel)
      ? words.confirmed(actorInWords(confirmed.by), instantInWords(confirmed.at))
      : words.waits;
  const why = whyVoid(channel, facts);
  return [
    words.untilOn(channelInWords(channel.channel), plainDate(channel.untilOn)),
    words.recorded({ by: actorInWords(by), at: instantInWords(at), reason }),
    why === undefined ? second : words[why],
  ];
}

/** What staff recorded last of how this adult is reached, where it stands above what the referral says. */
export function changedContacts({ contacts = [] }: Pick<Case, 'contacts'>, place: number): string[] {
  return channelSchema.options.flatMap((channel) => {
    const said = contacts.findLast((one) => one.place === place && one.channel === channel);
    if (!said) return [];
    const name = channelWords[channel];
    return said.value === '' ? [words.notUsed(name)] : [words.changedTo(name, said.value)];
  });
}
