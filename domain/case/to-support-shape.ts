import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { closingReasonSchema } from '../support/closing-reasons.ts';
import { openCode, stored } from '../values/stored.ts';

/** What a case knows of the support that holds the place of its child, or is about to. */
export const toSupportShape = {
  /** Since when, when the place was there, and when the support ended with the case. */
  toSupport: stored({
    at: z.iso.datetime(),
    doneAt: z.iso.datetime().optional(),
    endedAt: z.iso.datetime().optional(),
  }).optional(),
  /** That a member of staff closed the support, and why. `pathway`: what it was. */
  closed: stored({
    at: z.iso.datetime(),
    by: actorSchema,
    why: openCode(closingReasonSchema),
    pathway: z.string(),
    /** The outcome of the case until then: a closing by mistake can be undone. Missing in what an earlier release stored. */
    outcomeBefore: z.string().nullable().optional(),
  }).optional(),
};
