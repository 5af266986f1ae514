import * as z from 'zod';
import { stored } from '../values/stored.ts';

/** A document that came with an answer, beyond the referral's own. */
export const addedDocumentSchema = stored({
  evidenceId: z.string(),
  type: z.string(),
  title: z.string(),
  /** Its pages after the first, where each is a file of its own. */
  furtherPages: z.array(z.string()).optional(),
});
