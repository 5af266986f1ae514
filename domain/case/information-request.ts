import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';

/** What the referrer is asked for, and why. */
export const informationRequestSchema = stored({
  why: openCode(z.enum(['NO_EVIDENCE_YET', 'EVIDENCE_FAILED', 'INFORMATION_REQUESTED'])),
  /** In the words of the person who asks; empty when the machine asks. */
  question: z.string(),
  /** Evidence that failed, by its place in the referral, the number of its page where it has several, and a code. */
  failed: z.array(stored({ index: z.int(), code: z.string(), page: z.int().optional() })),
  /** The code where the Early Help Assessment failed too, or alone; it is no evidence. */
  earlyHelpAssessment: z.string().optional(),
  /** When the machine stops waiting for a first piece of evidence; null when staff decide how long. */
  untilAt: z.iso.datetime().nullable(),
  /** Who asks, and what they say of the risk to the child meanwhile; only where people ask. */
  by: actorSchema.optional(),
  riskWhileWaiting: z.string().optional(),
  /** Since when it is certain that no answer came in time. */
  notAnsweredAt: z.iso.datetime().optional(),
});
export type InformationRequest = z.infer<typeof informationRequestSchema>;
