import { mayShow } from '../safe-contact/may-show.ts';
import type { Policy } from '../service/policy.ts';
import { toTell } from '../support/follow.ts';
import { whenInWords, whereInWords } from '../support/offer-words.ts';
import type { Support } from '../support/support.ts';
import { answerBy, laterUntil, offerTimes } from '../support/time.ts';
import { londonDateOf, plainDate } from '../values/dates.ts';
import type { Addressees } from './addressees.ts';

interface Sources {
  readonly referral: Addressees;
  readonly at?: string;
}

/**
 * The facts of the last offer: what is offered, by when to answer, and what was answered. The day, the time and the place of it would say
 * where a family is, so they stand in printed letters of families without a flag alone.
 */
export function offerFacts(support: Support | undefined, policy: Policy, { referral, at }: Sources) {
  const offer = support?.offers.at(-1);
  if (!support || !offer) return null;
  const from = offer.reachedAt ?? at ?? offer.madeAt;
  const until = offer.answer?.at ?? from;
  return {
    pathway: offer.slot.pathway,
    answerBy: plainDate(answerBy(from, policy)),
    reminded: plainDate(londonDateOf(offerTimes(from, policy).remindAt)),
    answer: toTell(support) ?? offer.answer?.what ?? null,
    /** Whether someone of the team will call the family. */
    toRing: support.toRing !== undefined,
    laterUntil: plainDate(laterUntil(until, policy)),
    ...(mayShow('WHEREABOUTS', 'FAMILY', referral)
      ? { when: whenInWords(offer.slot), where: whereInWords(offer.slot) }
      : { when: null, where: [] }),
  };
}
