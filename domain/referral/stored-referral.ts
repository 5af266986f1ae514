import * as z from 'zod';
import { enteredSchema } from '../draft/paper-entry.ts';
import { stored } from '../values/stored.ts';

/** What a caller sent, as it was sent; never changed after it is stored. It holds the personal data. */
export const storedReferralSchema = stored({
  reference: z.string(),
  caller: z.string(),
  keyHash: z.string(),
  bodyHash: z.string(),
  receivedAt: z.iso.datetime(),
  referralOn: z.iso.date(),
  /** Who entered a referral that arrived on paper, by email or by phone. `referralOn` is then the day on which it arrived. */
  entered: enteredSchema.optional(),
  body: z.unknown(),
  /** The version of the item, only where a later release has stored it. */
  v: z.int().min(1).optional(),
});
export type StoredReferral = z.infer<typeof storedReferralSchema>;
