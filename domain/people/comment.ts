import * as z from 'zod';
import { stored } from '../values/stored.ts';
import { actorSchema } from './actor.ts';

/** What a member of staff wrote about a referral, for staff alone. Never changed. */
export const commentSchema = stored({
  reference: z.string(),
  id: z.string(),
  at: z.iso.datetime(),
  by: actorSchema,
  text: z.string(),
});
export type Comment = z.infer<typeof commentSchema>;
