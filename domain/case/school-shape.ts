import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';

/** What a family said to the invitation, or that none of our tries to hear from them had an answer. */
export const schoolAnswerSchema = z.enum(['YES', 'NO', 'NO_ANSWER']);
export type SchoolAnswer = z.infer<typeof schoolAnswerSchema>;

const said = { at: z.iso.datetime(), by: actorSchema };

/** What a case knows of Starting School. A year is that of the summer term, and of the September after it. */
export const schoolShape = {
  school: stored({
    /** In which year the child starts school by the date of birth, whatever the family decides. */
    year: z.int(),
    /** That the family and the school agreed on a start a year later. */
    deferredEntry: stored({ ...said, reason: z.string() }).optional(),
    /** What someone decided for one year in place of the rule. */
    chosen: stored({ ...said, year: z.int(), isInvited: z.boolean(), reason: z.string() }).optional(),
    /** `town`: whose sessions; absent for any. `toTell`: since when the family is to be told; absent once they were. */
    invited: stored({
      ...said,
      year: z.int(),
      town: z.string().optional(),
      toTell: z.iso.datetime().optional(),
    }).optional(),
    /** Whether the child came to a session of a town, in the order of the dates. */
    attendance: z.array(stored({ ...said, town: z.string(), on: z.iso.date(), isPresent: z.boolean() })).optional(),
    /** What stands of the present invitation. */
    answer: stored({ ...said, what: openCode(schoolAnswerSchema) }).optional(),
  }).optional(),
};
