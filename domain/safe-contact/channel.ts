import type { Channel, SafeChannel } from '../case/safe-channel-shape.ts';
import { actorId } from '../people/actor.ts';
import { basisOf } from './basis.ts';
import type { FamilyFacts } from './facts.ts';

/** Why a recorded channel holds no longer; undefined while it does. */
export function whyVoid(channel: SafeChannel, facts: FamilyFacts): 'REPLACED' | 'CHANGED' | 'OVER' | undefined {
  const last = facts.channels?.findLast(({ place }) => place === channel.place);
  if (last?.id !== channel.id) return 'REPLACED';
  if (channel.basis !== basisOf(facts)) return 'CHANGED';
  return facts.today !== undefined && facts.today <= channel.untilOn ? undefined : 'OVER';
}

/** Whether a second person, another than the first, confirmed it. */
export function hasSecond({ by, confirmed }: SafeChannel): boolean {
  const [first, second] = [actorId(by), confirmed && actorId(confirmed.by)];
  return first !== undefined && second !== undefined && first !== second;
}

/** The channel that two people found safe for this adult and that holds today; undefined where there is none. */
export function safeChannelOf(place: number, facts: FamilyFacts): SafeChannel | undefined {
  return facts.channels?.find((one) => one.place === place && hasSecond(one) && whyVoid(one, facts) === undefined);
}

/** Whether this channel is the one that two people found safe for the adult. */
export function isConfirmed(place: number, channel: Channel, facts: FamilyFacts): boolean {
  return safeChannelOf(place, facts)?.channel === channel;
}
