import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { stored } from '../values/stored.ts';

/** That a case is held back from erasure: since when, and why as a code. Of a member of staff also who, and why in their words. */
export const legalHoldShape = {
  legalHold: stored({
    since: z.iso.datetime(),
    why: z.string(),
    by: actorSchema.optional(),
    reason: z.string().optional(),
  }).optional(),
};
