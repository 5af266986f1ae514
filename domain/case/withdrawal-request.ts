import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { stored } from '../values/stored.ts';

/** That the referrer asked to take a child off a list, and what a person heard from the family; open without `answer`. */
export const withdrawalAskedSchema = stored({
  at: z.iso.datetime(),
  by: actorSchema,
  reason: z.string(),
  /** `isReached` is false where no one could speak with the family, which then agreed to nothing. */
  answer: stored({
    ...{ at: z.iso.datetime(), by: actorSchema, isAgreed: z.boolean() },
    isReached: z.literal(false).optional(),
  }).optional(),
});
