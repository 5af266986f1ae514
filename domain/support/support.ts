import * as z from 'zod';
import { listEntrySchema, placeSchema } from '../lists/entry.ts';
import { actorSchema } from '../people/actor.ts';
import { runShape } from '../process/run.ts';
import { londonDateOf } from '../values/dates.ts';
import { openCode, stored } from '../values/stored.ts';
import { attendanceSchema } from './attendance-shape.ts';
import { blockSchema } from './block-shape.ts';
import { supportEventSchema } from './event.ts';
import { type Offer, offerSchema } from './offer.ts';

/** Where a support is, for people. */
const supportStatusSchema = z.enum(['WAITING', 'OFFERED', 'ACCEPTED', 'STARTED', 'ENDED']);

/** What the machine `support` must do next: the codes that its one choice reads. */
const supportNextSchema = z.enum(['OFFER', 'NOTIFY', 'BEGIN', 'BLOCK', 'EXTENSION', 'DONE']);

/** What its workflow waits for: an answer of the family, the first day of support, the end of the visits, or an extension. */
export const supportWaitSchema = z.enum(['OFFER', 'BEGIN', 'BLOCK', 'EXTENSION']);
export type SupportWait = z.infer<typeof supportWaitSchema>;

/** The present wait of the workflow; its id is that of the offer. `token` wakes it and never leaves the backend. */
const supportTaskSchema = stored({
  id: z.string(),
  kind: openCode(supportWaitSchema),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  token: z.string().optional(),
});

/** Why someone of the team has to speak with the family before they are offered anything again. */
const toRingSchema = stored({ offer: z.string(), why: z.string(), since: z.iso.datetime() });

/**
 * What follows the list for one child: one small item, changed by one conditional write at a time, beside the case. It holds the
 * child's one place on a list from the first offer on. Codes, instants and names of staff, and the short
 * notes of visits; the child is in the referral.
 */
export const supportSchema = stored({
  reference: z.string(),
  version: z.int().min(1),
  status: openCode(supportStatusSchema),
  next: openCode(supportNextSchema),
  ...runShape,
  /** When the present run of the machine began; absent before the first. */
  runAt: z.iso.datetime().optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  policyVersion: z.int(),
  list: listEntrySchema.nullable(),
  /** Oldest first. Only the last can be open. */
  offers: z.array(offerSchema),
  task: supportTaskSchema.nullable(),
  /** Slots that are free again, until their claims are released. */
  toFree: z.array(stored({ slot: z.string(), offer: z.string() })).optional(),
  toRing: toRingSchema.optional(),
  /** Since when the case is to be closed, because staff closed the support or took the child off the lists; absent once it is. */
  toClose: z.iso.datetime().optional(),
  /** The first weekly session that took place, or the first attendance of a group. */
  started: stored({
    ...{ on: z.iso.date(), at: z.iso.datetime(), by: actorSchema, pathway: z.string() },
    /** The place that the child had until then: who returns keeps its dates. */
    place: placeSchema.optional(),
  }).optional(),
  /** What people are told of next, beside an offer; absent once they were. */
  news: stored({ what: z.string(), about: z.string(), at: z.iso.datetime() }).optional(),
  /** The home visits, from the accepted offer on; absent for a group. */
  block: blockSchema.optional(),
  /** Who came to which session of a group, in the order of the dates. */
  attendance: z.array(attendanceSchema).optional(),
  /** That it has ended, and how it stood before, so that a mistake can be undone. `by`: who of the staff closed it, where someone did. */
  ended: stored({
    at: z.iso.datetime(),
    why: z.string(),
    by: actorSchema.optional(),
    before: stored({ status: openCode(supportStatusSchema), list: listEntrySchema.nullable() }),
  }).optional(),
  history: z.array(supportEventSchema),
  /** How many parts were sealed: the oldest of `history` stand there. */
  sealed: z.int().min(1).optional(),
});
export type Support = z.infer<typeof supportSchema>;

/** The offer that can still be answered; undefined where there is none. */
export function openOffer({ offers }: Pick<Support, 'offers'>): Offer | undefined {
  const last = offers.at(-1);
  return last && last.answer === undefined && last.ended === undefined ? last : undefined;
}

/** The day on which the family accepted a place, where support has not begun since; undefined otherwise. */
export function saidYesOn({ status, offers }: Pick<Support, 'status' | 'offers'>): string | undefined {
  const { answer } = offers.at(-1) ?? {};
  return status === 'ACCEPTED' && answer?.what === 'ACCEPTED' ? londonDateOf(answer.at) : undefined;
}

/** The offer with this id; undefined where this support never had it. */
export function offerOf({ offers }: Pick<Support, 'offers'>, id: string): Offer | undefined {
  return offers.find((offer) => offer.id === id);
}

/** Whether the family said yes to a place, so that they wait for its first day and for no offer. */
export function hasPlace(support: Pick<Support, 'status'> | undefined): boolean {
  return support?.status === 'ACCEPTED';
}
