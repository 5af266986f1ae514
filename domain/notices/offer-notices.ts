import { toTell } from '../support/follow.ts';
import { openOffer, type Support } from '../support/support.ts';
import type { NoticeKind } from './notice.ts';

/** A point in the road of an offer at which people are owed a notice. */
export type OfferMoment = 'OFFERED' | 'OFFER_REMINDED' | 'OFFER_ANSWERED' | 'EXTENSION_ASKED' | 'EXTENSION_DECIDED';

const moments: ReadonlySet<string> = new Set([
  ...(['OFFERED', 'OFFER_REMINDED', 'OFFER_ANSWERED', 'EXTENSION_ASKED', 'EXTENSION_DECIDED'] satisfies OfferMoment[]),
]);

/** Whether it is of an offer, so that the support is read for it. */
export function isOfOffer(moment: string): moment is OfferMoment {
  return moments.has(moment);
}

const everyone: readonly NoticeKind[] = ['FAMILY_OFFER_ANSWERED', 'OFFER_ANSWERED'];

/** Who hears of an answer: the family that we know it, the referrer, and the team, which rings where there is something to ask. */
const kindsOf: ReadonlyMap<string, readonly NoticeKind[]> = new Map<string, readonly NoticeKind[]>([
  ['ACCEPTED', [...everyone, 'TEAM_OFFER_ANSWERED']],
  ['LATER', [...everyone, 'TEAM_OFFER_ANSWERED']],
  ['DECLINED', [...everyone, 'TEAM_RING_FAMILY']],
  ['CALL_ME', ['FAMILY_OFFER_ANSWERED', 'TEAM_RING_FAMILY']],
  ['NO_ANSWER', ['OFFER_NO_ANSWER']],
]);

/** The notices of this moment, told from those of an earlier offer by its id; none once the moment has passed. */
export function offerBatch(moment: OfferMoment, support: Support | undefined) {
  const none: readonly NoticeKind[] = [];
  if (!support) return { kinds: none };
  if (moment === 'EXTENSION_ASKED' || moment === 'EXTENSION_DECIDED') return extensionBatch(moment, support);
  if (moment === 'OFFER_ANSWERED') {
    const what = toTell(support);
    const about = support.offers.at(-1)?.id;
    return what === undefined || about === undefined
      ? { kinds: none }
      : { kinds: toRingNow(kindsOf.get(what) ?? none, support), about, mark: what };
  }
  const offer = openOffer(support);
  if (!offer) return { kinds: none };
  const offered: readonly NoticeKind[] = ['OFFER', 'TEAM_PRINT_OFFER', 'TEAM_TELL_OFFER'];
  const reminded: readonly NoticeKind[] = ['OFFER_REMINDER'];
  return { kinds: moment === 'OFFERED' ? offered : reminded, about: offer.id };
}

/** Who said no to someone on the phone was spoken with already. */
function toRingNow(kinds: readonly NoticeKind[], { toRing }: Support): readonly NoticeKind[] {
  return toRing ? kinds : kinds.filter((kind) => kind !== 'TEAM_RING_FAMILY');
}

/** The notices of an extension, told from those of an earlier one by its id. */
function extensionBatch(moment: 'EXTENSION_ASKED' | 'EXTENSION_DECIDED', { block }: Support) {
  const last = block?.extensions?.at(-1);
  const isNow = last !== undefined && (last.answer === undefined) === (moment === 'EXTENSION_ASKED');
  const kinds: readonly NoticeKind[] = isNow ? [`TEAM_${moment}`] : [];
  return { kinds, ...(last === undefined ? {} : { about: last.id }) };
}
