import * as z from 'zod';
import { stored } from '../values/stored.ts';

/** Guesses that a mailbox or a link still has: codes sent to staff, birth dates asked of referrers. */
export const challengeSchema = stored({
  /** The mailbox (staff codes) or the link's hash (birth dates), hashed. */
  id: z.string(),
  version: z.int(),
  codeHash: z.string(),
  expiresAt: z.iso.datetime(),
  triesLeft: z.int().min(0),
  sent: z.int().min(0),
  lastSentAt: z.iso.datetime(),
});
export type Challenge = z.infer<typeof challengeSchema>;
