import { printOfOffer, ringFamily, tellOfOffer } from './asked-todos.ts';
import { never, onceEnded, onceNothingIsOffered, onceOfferIsClosed } from './is-over.ts';
import type { NoticeKind } from './notice.ts';
import type { NoticeDefinition } from './notice-definition.ts';
import {
  managers,
  managersForParents,
  parents,
  parentsToWriteTo,
  printersForParents,
  referrers,
} from './recipients.ts';

const whileOpen = { link: 'OFFER', isOver: onceOfferIsClosed, ofOffer: true } as const;
const toStaff = { link: 'TASK', ofOffer: true, isOver: onceEnded } as const;
const offering = { ...toStaff, isOver: onceNothingIsOffered } as const;

/** The notices of an offer: to the family, to whoever tells them otherwise, and of their answer. */
export const offerTable = {
  OFFER: { ...whileOpen, template: 'offer.njk', addressee: parents },
  OFFER_REMINDER: { ...whileOpen, template: 'offer-reminder.njk', addressee: parentsToWriteTo },
  TEAM_PRINT_OFFER: {
    ...{ ...offering, template: 'team-print-offer.njk', todo: printOfOffer },
    addressee: printersForParents,
  },
  TEAM_TELL_OFFER: {
    ...{ ...offering, template: 'team-tell-offer.njk', todo: tellOfOffer },
    addressee: managersForParents,
  },
  FAMILY_OFFER_ANSWERED: {
    ...{ template: 'family-offer-answered.njk', link: null, isOver: onceEnded, ofOffer: true },
    addressee: parentsToWriteTo,
  },
  OFFER_ANSWERED: {
    ...{ template: 'offer-answered.njk', link: 'STATUS', isOver: never, ofOffer: true },
    addressee: referrers,
  },
  TEAM_OFFER_ANSWERED: {
    ...{ template: 'team-offer-answered.njk', link: null, isOver: never, ofOffer: true },
    addressee: managers,
  },
  TEAM_RING_FAMILY: { ...toStaff, template: 'team-ring-family.njk', todo: ringFamily, addressee: managers },
  OFFER_NO_ANSWER: { ...toStaff, template: 'offer-no-answer.njk', todo: ringFamily, addressee: managers },
} as const satisfies Partial<Record<NoticeKind, NoticeDefinition>>;
