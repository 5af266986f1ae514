import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';
import { channelSchema, safeChannelSchema } from './safe-channel-shape.ts';

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

/** An adult: by the place in the referral, or by name and role where the referral does not name them. */
const someoneSchema = stored({
  place: z.int().min(0).optional(),
  name: z.string().optional(),
  role: z.string().optional(),
});

const mayHearSchema = stored({
  /** Who agreed to the referral. */
  agreed: z.array(someoneSchema),
  /** Who may be told of it; no one else of the family is. */
  told: z.array(someoneSchema),
  ...saidShape,
});
export type MayHear = z.infer<typeof mayHearSchema>;

const contactSaidSchema = stored({
  place: z.int().min(0),
  channel: openCode(channelSchema),
  /** The address or number of today; blank where the old one is used no more and no other is known. */
  value: z.string(),
  ...saidShape,
});
export type ContactSaid = z.infer<typeof contactSaidSchema>;

/** What staff corrected since the referral was sent, oldest first. The referral itself never changes. */
export const correctedShape = {
  birthDates: z.array(stored({ from: z.iso.date(), on: z.iso.date(), ...saidShape })).optional(),
  responsibility: z.array(parentSaidSchema).optional(),
  mayHear: z.array(mayHearSchema).optional(),
  contacts: z.array(contactSaidSchema).optional(),
  safeChannels: z.array(safeChannelSchema).optional(),
  /** That the family has moved to a place that someone must not find. */
  safePlace: stored({
    ...saidShape,
    /** That a service manager has looked at it, and when. */
    looked: stored({ at: z.iso.datetime(), by: actorSchema }).optional(),
  }).optional(),
  /** That those who look after the service asked the team to check how people are reached, and when someone did. */
  contactCheck: stored({
    ...saidShape,
    done: stored({ at: z.iso.datetime(), by: actorSchema }).optional(),
  }).optional(),
  /** When staff last said that no email may go to the family, or that it may again. */
  familyEmailSaidAt: z.iso.datetime().optional(),
};
