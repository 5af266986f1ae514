import * as z from 'zod';
import type { Addressees } from '../notices/addressees.ts';
import { foldedMailbox } from '../values/mailbox.ts';
import { stored } from '../values/stored.ts';
import type { Case } from './case.ts';
import { referrerOf } from './referrer.ts';
import { isSuspicious } from './suspicion.ts';

/**
 * That a referral is one of a mailbox, under a keyed hash of the mailbox. It is a hint: who shows it reads the case first.
 */
export const followedSchema = stored({
  reference: z.string(),
  receivedAt: z.iso.datetime(),
  /** The version of the case that it was written from: of two writes the later version counts. */
  asOf: z.int().min(1),
  /** The mailbox follows it no longer: a colleague has taken it over. */
  isLost: z.boolean().optional(),
  /** No person has said yet that a person sent it, so on its account no one is written to. */
  isHeld: z.boolean().optional(),
});
export type Followed = z.infer<typeof followedSchema>;

/** Where a referral stands among those of a mailbox, the last received first. */
export type FollowedPlace = Pick<Followed, 'reference' | 'receivedAt'>;

/** An entry with the mailbox whose it is, folded. It is hashed before it is stored. */
export interface OfMailbox {
  readonly mailbox: string;
  readonly followed: Followed;
}

/**
 * The entries of a case as it stands: the present referrer and their team follow it. Who handed it over last does so no
 * longer, unless theirs is the mailbox of the team.
 */
export function followersOf(theCase: Case, referral: Addressees): readonly OfMailbox[] {
  const { reference, receivedAt, version: asOf, handedTo } = theCase;
  const { email, teamEmail } = referrerOf(theCase, referral);
  const present = new Set([email, teamEmail].filter((one) => one !== undefined).map(foldedMailbox));
  const earlier = [handedTo?.from, handedTo && referral.referrer.email]
    .filter((one) => one !== undefined)
    .map(foldedMailbox)
    .filter((one) => !present.has(one));
  const followed = { reference, receivedAt, asOf, ...(isSuspicious(theCase) ? { isHeld: true } : {}) };
  return [
    ...[...present].map((mailbox) => ({ mailbox, followed })),
    ...[...new Set(earlier)].map((mailbox) => ({ mailbox, followed: { ...followed, isLost: true } })),
  ];
}
