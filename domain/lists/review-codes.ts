import * as z from 'zod';
import { openCode } from '../values/stored.ts';

/** What can have changed for a child and their family during a long wait, as it is added up. */
export const waitChangeSchema = z.enum(['NEEDS', 'SETTING', 'FAMILY', 'WISHES', 'OTHER']);
export type WaitChange = z.infer<typeof waitChangeSchema>;

/** What a family can be offered while they wait, as it is added up. NOTHING: the family wants nothing until then, or there is nothing. */
export const waitOfferSchema = z.enum(['STAY_AND_PLAY', 'CALLS', 'ADVICE', 'OTHER_SERVICE', 'OTHER', 'NOTHING']);
export type WaitOffer = z.infer<typeof waitOfferSchema>;

/** What a review of a long wait found, as it is added up. An earlier release kept only words. */
export const reviewFoundShape = {
  isSame: z.boolean().optional(),
  changes: z.array(openCode(waitChangeSchema)).optional(),
  offering: z.array(openCode(waitOfferSchema)).optional(),
};
