import type { ChildOffer } from '#application/support/read-child-offer.ts';
import { actorInWords } from '#domain/people/actor.ts';
import type { Attendance } from '#domain/support/attendance-shape.ts';
import { isVisited } from '#domain/support/block.ts';
import type { Offer } from '#domain/support/offer.ts';
import { openOffer } from '#domain/support/support.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { slotInWords } from './view.ts';
import { answeredWords, offersWords as words } from './words.ts';

/** How an offer stands. `by`: the last day for an answer, where a deadline runs. */
export function stateOf({ answer, ended, callAskedAt }: Offer, by?: string): string {
  if (ended) return words.ended;
  if (answer) return answeredWords.get(answer.what) ?? words.ended;
  if (callAskedAt !== undefined) return words.callAsked;
  return by === undefined ? words.noDeadline : words.waitingUntil(plainDate(by));
}

/** How the last offer of a child stands, or that support has begun; empty for a child who was never offered anything. */
export function lastStateOf({ support: { offers, started }, by }: ChildOffer): string {
  const offer = offers.at(-1);
  if (started) return words.started(plainDate(started.on));
  return offer ? stateOf(offer, by) : '';
}

/** The last offer of a child, those before, and which forms the page has. */
export function childOfferView(read: ChildOffer) {
  const { support } = read;
  const { offers, status, started, toRing } = support;
  const [last, ...earlier] = offers.toReversed();
  return {
    facts: last ? factsOf(last, read) : [],
    earlier: earlier.map(
      (offer) => `${plainDate(offer.madeAt.slice(0, 10))}: ${slotInWords(offer.slot)}. ${stateOf(offer)}.`,
    ),
    open: openOffer(support)?.id ?? '',
    isAccepted: status === 'ACCEPTED' && !isVisited(support),
    isVisited: isVisited(support),
    toRing: toRing !== undefined && started === undefined,
  };
}

function factsOf(offer: Offer, read: ChildOffer) {
  const { slot, madeAt, answer } = offer;
  const attendance = (read.support.attendance ?? []).toReversed();
  const answered = answer ? [words.byLine(instantInWords(answer.at), actorInWords(answer.by))] : [];
  return [
    { label: words.offered, lines: [slotInWords(slot)] },
    { label: words.offeredOn, lines: [words.byLine(instantInWords(madeAt), actorInWords(offer.by))] },
    { label: words.state, lines: [lastStateOf(read), ...answered] },
    ...(attendance.length > 0 ? [{ label: words.sessions, lines: attendance.map(sessionInWords) }] : []),
  ];
}

function sessionInWords({ on, isPresent }: Attendance): string {
  return isPresent ? words.came(plainDate(on)) : words.missed(plainDate(on));
}
