import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';

/** What a service manager decides when someone asks for a record to be erased. */
export const erasureDecisionSchema = z.enum(['ERASE', 'REFUSE']);

/** What a case holds of being erased. */
export const erasureShape = {
  /** What was decided when someone asked for it, by whom, under which right or exemption, and why in their words. */
  erasure: stored({
    at: z.iso.datetime(),
    by: actorSchema,
    decision: openCode(erasureDecisionSchema),
    ground: z.string(),
    reason: z.string(),
    /** On which day someone asked. */
    askedOn: z.iso.date().optional(),
    /** That the person who asked was answered. */
    answered: stored({ at: z.iso.datetime(), by: actorSchema }).optional(),
  }).optional(),
  /** That it is being erased, since when and on what ground: from then on no one can change it. */
  erasing: stored({ at: z.iso.datetime(), ground: z.string(), by: actorSchema }).optional(),
};
