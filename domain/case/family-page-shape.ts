import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';

/**
 * What staff decided of the page of one adult. AGREED: with that adult, who reads it in a way that is safe; it rests on the
 * facts of which `basis` is the hash. CLOSED: the page, with every link and session to it.
 */
const familyPageSchema = stored({
  /** The place of the adult in the referral, from 0. */
  place: z.int().min(0),
  what: openCode(z.enum(['AGREED', 'CLOSED'])),
  basis: z.string().optional(),
  /** Whether the adult agreed that towns, venues and times of visits may stand on it. */
  showsPlaces: z.boolean().optional(),
  at: z.iso.datetime(),
  by: actorSchema,
  reason: z.string().optional(),
});

/** What is decided of the pages of a family, oldest first. */
export const familyPagesShape = { familyPages: z.array(familyPageSchema).optional() };
