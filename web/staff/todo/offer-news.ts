import type { Policy } from '#domain/service/policy.ts';
import { whenInWords, whereInWords } from '#domain/support/offer-words.ts';
import { openOffer, type Support } from '#domain/support/support.ts';
import { answerBy } from '#domain/support/time.ts';
import { plainDate } from '#domain/values/dates.ts';
import { offeredInWords } from '../../family/offer/words.ts';

/** What a family is to hear of an offer, and that it is closed where someone was faster. `now`: when they hear it. */
export function offerNews(support: Support | undefined, now: string, policy: Policy): readonly string[] {
  const offer = support && openOffer(support);
  if (!offer) return offerNewsWords.closed;
  const by = plainDate(answerBy(offer.reachedAt ?? now, policy));
  const [news, ...rest] = offerNewsWords.open(offeredInWords(offer.slot.pathway), whenInWords(offer.slot), by);
  return [news, ...whereInWords(offer.slot), ...rest].filter((line) => line !== undefined);
}

export const offerNewsWords = {
  closed: ['The offer is no longer open. Tell them that their child keeps the place on the waiting list.'],
  open: (what: string, when: string, by: string) => [
    `We can now offer their child ${what}. The day and time are ${when}.`,
    'They can accept, ask for it later, say no, or ask us to call them again.',
    `They can call us to answer. If you reach them today, they have until ${by}.`,
    'If they say later or no, their child keeps the place on the waiting list.',
  ],
} as const;
