import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';

/**
 * What someone asks the team to check again in a closed case, and that a person answered; open without `answer`. `from`:
 * who asked a member of staff, who entered it, or that staff ask themselves. Without it the referrer asked, on their own page.
 */
export const lookAgainSchema = stored({
  at: z.iso.datetime(),
  by: actorSchema,
  words: z.string(),
  from: openCode(z.enum(['FAMILY', 'REFERRER', 'STAFF'])).optional(),
  answer: stored({
    at: z.iso.datetime(),
    by: actorSchema,
    on: z.iso.date(),
    /** As the referrer reads it on their page; missing in what an earlier release stored. */
    words: z.string().optional(),
    /** Whether people reopened the case with it. */
    reopens: z.boolean().optional(),
  }).optional(),
});

/**
 * That people reopened the case after it had ended: how often, when last and who. `familyKnew`: the family had been told how it
 * had ended, so they hear of this too.
 */
export const reopenedSchema = stored({
  times: z.int().min(1),
  at: z.iso.datetime(),
  by: actorSchema,
  familyKnew: z.boolean(),
});

/** That a person has seen that the rules ended the case, by the TODO that asked for it. */
export const stopSeenSchema = stored({ todo: z.string(), at: z.iso.datetime(), by: actorSchema });
