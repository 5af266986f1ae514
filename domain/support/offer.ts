import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';
import { venueSchema } from '../values/venue-facts.ts';

/** What a family can answer to an offer. */
export const familyAnswerSchema = z.enum(['ACCEPTED', 'LATER', 'DECLINED', 'CALL_ME']);
export type FamilyAnswer = z.infer<typeof familyAnswerSchema>;

/** The same, and that no one answered in time. */
export const answerSchema = z.enum([...familyAnswerSchema.options, 'NO_ANSWER']);

/** Why an offer ended: without an answer, or once it was accepted, with what was offered. */
export const offerEndSchema = z.enum(['WITHDRAWN', 'DIED', 'TAKEN_BACK', 'CLOSED']);
export type OfferEnd = z.infer<typeof offerEndSchema>;

/** How an answer came: through the private link, or to staff, by phone or in person. */
const wayInSchema = z.enum(['LINK', 'STAFF', 'DEADLINE']);

/** What is offered: one weekly visit, or one place in a group, as it was when it was offered. */
export const offeredSlotSchema = stored({
  id: z.string(),
  pathway: z.string(),
  locality: z.string(),
  /** The day of the week, such as `MONDAY`, and the time by the clock of London. */
  day: z.string(),
  at: z.string(),
  /** When it ends, and where a group meets: absent for a visit. */
  ends: z.string().optional(),
  where: venueSchema.optional(),
  /** The id of the person who visits; absent for a place in a group, and in offers of an earlier release. */
  practitioner: z.string().optional(),
});
export type OfferedSlot = z.infer<typeof offeredSlotSchema>;

/** One offer of a slot to one child. It is open until it is answered for good or has ended. */
export const offerSchema = stored({
  id: z.string(),
  slot: offeredSlotSchema,
  madeAt: z.iso.datetime(),
  by: actorSchema,
  /** Since when an email about it has been with one of the adults. */
  reachedAt: z.iso.datetime().optional(),
  /** When the family was reminded. */
  remindedAt: z.iso.datetime().optional(),
  /** That the family asked to be called before they answer: no deadline runs from then on. */
  callAskedAt: z.iso.datetime().optional(),
  answer: stored({
    what: openCode(answerSchema),
    at: z.iso.datetime(),
    by: actorSchema,
    way: openCode(wayInSchema),
  }).optional(),
  ended: stored({ why: openCode(offerEndSchema), at: z.iso.datetime() }).optional(),
});
export type Offer = z.infer<typeof offerSchema>;

/** Whether an answer to this offer still counts. */
export function isOpenOffer({ answer, ended }: Pick<Offer, 'answer' | 'ended'>): boolean {
  return answer === undefined && ended === undefined;
}

/** Whether the slot of this offer is taken: while the offer is open, and once it is accepted. */
export function holdsSlot(offer: Pick<Offer, 'answer' | 'ended'>): boolean {
  return isOpenOffer(offer) || (offer.ended === undefined && offer.answer?.what === 'ACCEPTED');
}
