import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { stored } from '../values/stored.ts';

/** A referral that people found to be for the same child, and when it was joined to this one. */
export const joinedSchema = stored({
  reference: z.string(),
  referralOn: z.iso.date(),
  receivedAt: z.iso.datetime(),
  at: z.iso.datetime(),
  /** Whether who decided chose that each referrer hears of the other referral. */
  tellsOfOther: z.boolean().optional(),
});

/** That a person found a referral that is like this one to be for another child: which one, who and when. */
export const notSameSchema = stored({ reference: z.string(), at: z.iso.datetime(), by: actorSchema });

/** That another service may read the referral, since when, and how far that has come. */
export const sharedSchema = stored({
  /** The service, as notices name it. */
  to: z.string(),
  agreedAt: z.iso.datetime(),
  /** When it was sent the link. */
  askedAt: z.iso.datetime().optional(),
  /** When someone there first opened the referral. */
  openedAt: z.iso.datetime().optional(),
  /** When it was reminded, and the referrer told that no one had opened it. */
  chasedAt: z.iso.datetime().optional(),
  /** The instant at which people are owed a notice about it; absent once no more is. */
  dueAt: z.iso.datetime().optional(),
});
