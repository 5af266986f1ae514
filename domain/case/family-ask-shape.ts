import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';

/**
 * What a family, or a professional, tells or asks the team. CHANGED: something has changed for the child. DATA_COMPLAINT: about
 * how we use information.
 */
export const askedWhatSchema = z.enum([
  'CHANGED',
  'DETAILS',
  'HOURS',
  'STOP',
  'LOOK_AGAIN',
  'CALL_ME',
  'COMPLAINT',
  'DATA_COMPLAINT',
]);
export type AskedWhat = z.infer<typeof askedWhatSchema>;

/** Who says it: staff enter it for both. */
export const askedFromSchema = z.enum(['FAMILY', 'REFERRER']);

/** How an answer reached who asked. PAGE: they read it on their page, and an email says that it is there. */
export const answeredHowSchema = z.enum(['PAGE', 'BY_PHONE', 'IN_PERSON', 'IN_WRITING']);

/** Whether we agree with a complaint. */
export const upheldSchema = z.enum(['UPHELD', 'PARTLY', 'NOT_UPHELD']);

/**
 * Something that was told or asked between two decisions, and what a person answered. The words stand here while it is open and
 * for as long as the page shows it; the history keeps them.
 */
export const familyAskSchema = stored({
  id: z.string(),
  what: openCode(askedWhatSchema),
  from: openCode(askedFromSchema),
  /** The place of the adult in the referral, from 0; absent where it was told by phone, or by a professional. */
  place: z.int().min(0).optional(),
  at: z.iso.datetime(),
  by: actorSchema,
  words: z.string(),
  /** A complaint after one that was answered: another person answers it. */
  isSecond: z.boolean().optional(),
  answer: stored({
    at: z.iso.datetime(),
    by: actorSchema,
    how: openCode(answeredHowSchema),
    /** The local day on which they were told. */
    on: z.iso.date(),
    words: z.string(),
    /** Of a complaint alone. */
    upheld: openCode(upheldSchema).optional(),
  }).optional(),
});
export type FamilyAsk = z.infer<typeof familyAskSchema>;

/** What was told and asked, oldest first; of those that were answered, the last few. */
export const familyAsksShape = { familyAsks: z.array(familyAskSchema).optional() };
