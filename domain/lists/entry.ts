import * as z from 'zod';
import { listPathwaySchema } from '../case/codes.ts';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';
import { reviewFoundShape } from './review-codes.ts';

const bandSchema = z.literal([1, 2, 3]).nullable();

/** What decides a place and must survive every change of it: as the entry has it, and as each event of the list carries it. */
const placeShape = {
  pathway: openCode(listPathwaySchema),
  locality: z.string(),
  acceptedOn: z.iso.date(),
  targetOn: z.iso.date(),
  suggestedBand: bandSchema,
  band: bandSchema,
  order: z.string(),
};

/**
 * The one place of a child on a list. It stands in the case until a support is offered, then in the support. What is
 * optional came with a later release than the rest.
 */
export const listEntrySchema = stored({
  ...placeShape,
  /** The instant from which the referral counts: of the first referral, where others were joined. */
  referredAt: z.iso.datetime().optional(),
  /** When the child joined a list. */
  listedOn: z.iso.date().optional(),
  /** In how many broad areas the delay was met; absent where nothing could be worked out. */
  broadAreas: z.int().min(0).optional(),
  /** Passed over at offers, because the family asked for it; `until` as they said. The place stays. */
  hold: stored({ since: z.iso.datetime(), until: z.iso.date().optional(), by: actorSchema }).optional(),
  /** Of a child who came with a present list that no one has released: nothing is offered, asked or sent. */
  quiet: stored({ since: z.iso.datetime() }).optional(),
  /** What people should look at while the child waits, as codes. */
  prompts: z.array(z.string()).optional(),
  /** The offer that is open or accepted. */
  offered: z.string().optional(),
  /** What the review of a long wait found, to be added up by list, and on which day the family was told. The case has the words. */
  reviewed: stored({ on: z.iso.date(), ...reviewFoundShape }).optional(),
  /** What was done last to the place, by whom: who comes too late is told. */
  changed: stored({
    what: z.string(),
    at: z.iso.datetime(),
    by: actorSchema,
    /** Which date, where one was moved; `TOWN` where only the town was. */
    which: z.string().optional(),
    /** Since when the family and the referrer are owed a notice of it; absent once they had it, or where they get none. */
    toTell: z.iso.datetime().optional(),
  }).optional(),
});
export type ListEntry = z.infer<typeof listEntrySchema>;

/** A whole place, as every event of a list carries it: so any past order can be worked out again. */
export const placeSchema = stored({
  ...placeShape,
  referredAt: z.iso.datetime(),
  listedOn: z.iso.date().optional(),
  held: z.boolean(),
});
export type Place = z.infer<typeof placeSchema>;

/** One list: a pathway in a locality. */
export type ListName = Pick<Place, 'pathway' | 'locality'>;

/** Whether these are the same list. */
export function isSameList(one: ListName, other: ListName): boolean {
  return one.pathway === other.pathway && one.locality === other.locality;
}
