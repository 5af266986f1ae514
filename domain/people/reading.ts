import * as z from 'zod';
import { stored } from '../values/stored.ts';
import { actorSchema } from './actor.ts';

/** That someone read a record: kept for the family's sake, beside the case and never in it. */
export const readingSchema = stored({
  reference: z.string(),
  at: z.iso.datetime(),
  by: actorSchema,
  what: z.string(),
  /** The task or TODO for which staff read it. */
  taskId: z.string().optional(),
});
export type Reading = z.infer<typeof readingSchema>;
