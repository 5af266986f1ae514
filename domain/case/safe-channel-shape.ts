import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';

/** How an adult of a family can be reached. */
export const channelSchema = z.enum(['EMAIL', 'POST', 'TELEPHONE']);
export type Channel = z.infer<typeof channelSchema>;

/**
 * That one person found a channel safe for one adult, and whether a second person confirmed it. It rests on the facts of
 * which `basis` is the hash: it is void once any of them changes, and after its last day.
 */
export const safeChannelSchema = stored({
  id: z.string(),
  /** The place of the adult in the referral, from 0. */
  place: z.int().min(0),
  channel: openCode(channelSchema),
  untilOn: z.iso.date(),
  basis: z.string(),
  at: z.iso.datetime(),
  by: actorSchema,
  reason: z.string(),
  /** That a second person found that it is not safe: then it is never confirmed. */
  refused: stored({ at: z.iso.datetime(), by: actorSchema, reason: z.string() }).optional(),
  confirmed: stored({ at: z.iso.datetime(), by: actorSchema }).optional(),
});
export type SafeChannel = z.infer<typeof safeChannelSchema>;
