import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';
import { correctedShape } from './corrected-shape.ts';

/** How a family was told; NOT_TOLD: someone decided that no one tells them, for a reason that stands in the history. */
export const howToldSchema = z.enum(['IN_PERSON', 'BY_PHONE', 'IN_WRITING', 'NOT_TOLD']);

/** As it is stored: also by the service itself, and by a letter that staff posted. */
export const storedHowSchema = z.enum([...howToldSchema.options, 'BY_EMAIL', 'BY_POST']);
export type HowTold = z.infer<typeof storedHowSchema>;

/** That the family was told how the case stood: on which day, how, and who entered it. */
const toldSchema = stored({
  /** What it was about, as the TODO or the status of the case names it. */
  about: z.string(),
  how: openCode(storedHowSchema),
  on: z.iso.date().optional(),
  at: z.iso.datetime(),
  by: actorSchema,
});
export type Told = z.infer<typeof toldSchema>;

/** What a case knows of telling its family, and of what staff corrected in what the referral says of it. */
export const tellingShape = {
  ...correctedShape,
  /** What people entered of it, by what it was about. */
  told: z.array(toldSchema).optional(),
  /** When staff are asked to tell the family how it ended, unless it was entered before that they were told. */
  tellFamilyAt: z.iso.datetime().optional(),
  /** Why no one tells the family of the end after all, as a code. */
  untold: z.string().optional(),
  /**
   * Since when the service writes to the family itself how it ended. `everyone`: to each parent, so that no one else is asked to.
   * `byPost`: to some by a printed letter.
   */
  wroteOfEnd: stored({ at: z.iso.datetime(), everyone: z.boolean(), byPost: z.boolean().optional() }).optional(),
  /** The TODOs whose letters could not be posted. */
  notPosted: z.array(z.string()).optional(),
  /** That staff recorded that no email may go to the family, and why. It stands above what the referral says. */
  noFamilyEmail: stored({ at: z.iso.datetime(), by: actorSchema, reason: z.string() }).optional(),
  /** When the first email that tells the family how it stands came back, and when staff were asked to tell them instead. */
  cameBack: stored({
    at: z.iso.datetime(),
    askedAt: z.iso.datetime().optional(),
    /** For the how manieth time, from 2: what came back after staff were asked is asked of them anew. */
    nth: z.int().optional(),
  }).optional(),
  /**
   * When an email with news of the moment came back, which kinds of email did, for the how manieth time, and when staff were
   * asked to tell the family instead.
   */
  newsBack: stored({
    at: z.iso.datetime(),
    nth: z.int().min(1),
    kinds: z.array(z.string()),
    askedAt: z.iso.datetime().optional(),
  }).optional(),
};
