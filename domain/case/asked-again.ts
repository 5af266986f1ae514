import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { stored } from '../values/stored.ts';

/** What the referrer of a closed case asks the team to check again, and that a person answered; open without `answer`. */
export const lookAgainSchema = stored({
  at: z.iso.datetime(),
  by: actorSchema,
  words: z.string(),
  answer: stored({ at: z.iso.datetime(), by: actorSchema, on: z.iso.date() }).optional(),
});
