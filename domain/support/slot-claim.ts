import * as z from 'zod';
import { plusMinutes } from '../values/dates.ts';
import { stored } from '../values/stored.ts';

/** How long an offer has to be made once its slot is claimed, in minutes. After that the sweeper looks. */
const CLAIM_MINUTES = 10;

/** Who has a slot: one claim at a time, by the id of an offer. Without a claim the slot is free, and so is one never stored. */
export const slotClaimSchema = stored({
  slotId: z.string(),
  claim: stored({
    offer: z.string(),
    reference: z.string(),
    at: z.iso.datetime(),
    /** Since when it is known that the offer was made: until then the sweeper looks at it. */
    keptAt: z.iso.datetime().optional(),
  }).optional(),
  /** The claim before, and when it was released. */
  freed: stored({ offer: z.string(), at: z.iso.datetime() }).optional(),
});
export type SlotClaim = z.infer<typeof slotClaimSchema>;

/** When the sweeper must look whether the offer behind a claim was made; undefined once that is known. */
export function slotDueAt({ claim }: SlotClaim): string | undefined {
  return claim && claim.keptAt === undefined ? plusMinutes(claim.at, CLAIM_MINUTES) : undefined;
}
