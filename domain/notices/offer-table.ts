import { never, onceEnded, onceNoExtensionIsAsked, onceNothingIsOffered, onceOfferIsClosed } from './is-over.ts';
import type { NoticeKind } from './notice.ts';
import type { NoticeDefinition } from './notice-definition.ts';
import { decideExtension, printOfOffer, ringFamily, tellOfOffer } from './offer-todos.ts';
import {
  managers,
  managersForParents,
  parents,
  parentsToWriteTo,
  practitioners,
  printersForParents,
  referrers,
} from './recipients.ts';

const whileOpen = { link: 'OFFER', isOver: onceOfferIsClosed, ofOffer: true } as const;
const toStaff = { link: 'TASK', ofOffer: true, isOver: onceEnded } as const;
const offering = { ...toStaff, isOver: onceNothingIsOffered } as const;

/** The notices of an offer: to the family, to whoever tells them otherwise, of their answer, and of the visits. */
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
  TEAM_EXTENSION_ASKED: {
    ...{ link: 'TASK', ofOffer: true, isOver: onceNoExtensionIsAsked, template: 'team-extension-asked.njk' },
    ...{ todo: decideExtension, addressee: managers },
  },
  TEAM_EXTENSION_DECIDED: {
    ...{ link: null, ofOffer: true, isOver: onceEnded, template: 'team-extension-decided.njk' },
    addressee: practitioners,
  },
  OFFER_NO_ANSWER: { ...toStaff, template: 'offer-no-answer.njk', todo: ringFamily, addressee: managers },
} as const satisfies Partial<Record<NoticeKind, NoticeDefinition>>;
