import * as z from 'zod';
import { stored } from '../values/stored.ts';

/** What a case knows of the support that holds the place of its child, or is about to. */
export const toSupportShape = {
  /** Since when, when the place was there, and when the support ended with the case. */
  toSupport: stored({
    at: z.iso.datetime(),
    doneAt: z.iso.datetime().optional(),
    endedAt: z.iso.datetime().optional(),
  }).optional(),
};
