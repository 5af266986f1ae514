import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';

/** Whether a parent has parental responsibility, as staff recorded it. */
export const responsibilitySchema = z.enum(['YES', 'NO', 'NOT_KNOWN']);

const saidShape = { at: z.iso.datetime(), by: actorSchema, reason: z.string() };

const parentSaidSchema = stored({
  /** The place of the parent in the referral, from 0. */
  place: z.int().min(0),
  holds: openCode(responsibilitySchema),
  /** Whether the service may email this parent; what the referral says of safe contact counts too. */
  mayEmail: z.boolean(),
  ...saidShape,
});
export type ParentSaid = z.infer<typeof parentSaidSchema>;

/** What staff corrected since the referral was sent, oldest first. The referral itself never changes. */
export const correctedShape = {
  birthDates: z.array(stored({ from: z.iso.date(), on: z.iso.date(), ...saidShape })).optional(),
  responsibility: z.array(parentSaidSchema).optional(),
};
