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
  /** The codes of the last minutes that count: when, and against which budget of a link. */
  issues: z.array(stored({ at: z.iso.datetime(), budget: z.string().optional() })).optional(),
  /** What each link that was guessed through has left on this code; a link that is not here has all tries. */
  guesses: z.array(stored({ through: z.string(), triesLeft: z.int().min(0) })).optional(),
  /** The page that asked for this code, hashed, and the tries of its own that no one else can use up. */
  asker: stored({ hash: z.string(), triesLeft: z.int().min(0) }).optional(),
});
export type Challenge = z.infer<typeof challengeSchema>;
