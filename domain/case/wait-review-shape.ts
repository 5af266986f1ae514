import * as z from 'zod';
import { reviewFoundShape } from '../lists/review-codes.ts';
import { actorSchema } from '../people/actor.ts';
import { stored } from '../values/stored.ts';

/** That a person looked at the long wait of a child: for which TODO, what they found, and on which day the family was told. */
export const waitReviewSchema = stored({
  todo: z.string(),
  on: z.iso.date(),
  at: z.iso.datetime(),
  by: actorSchema,
  ...reviewFoundShape,
});
