import * as z from 'zod';
import { openCode, stored } from '../values/stored.ts';
import { entrySchema } from './paper-entry.ts';

/** Why an alarm of immediate risk ended: the answer was changed to no, or an emergency call was recorded. */
const alarmEndSchema = z.enum(['TAKEN_BACK', 'CALLED']);

/**
 * A referral while it is being filled in: the answers as they were typed, right or wrong, by the name of their field. It is
 * one item, changed by one conditional write on its version; `erasedAt` says that nothing personal is left in it.
 */
export const draftSchema = stored({
  id: z.string().regex(/^[\w-]{22}$/),
  version: z.int().min(1),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** When the person who asked for a link is told that the draft will be deleted. */
  remindAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  answers: z.record(z.string(), z.string()),
  /** The pages that were saved without a mistake of form. */
  done: z.array(z.string()),
  /** Where the last link to the draft was sent. */
  mailbox: z.string().optional(),
  linksSentAt: z.array(z.iso.datetime()),
  remindedAt: z.iso.datetime().optional(),
  /** That staff fill it in from what came on paper, by email or by phone. */
  entry: entrySchema.optional(),
  /** How often it looked as if no person were filling it in. */
  suspicion: z.int().min(0).optional(),
  /** Which attempt at sending this is, from 1. Its number is part of the Idempotency-Key. */
  attempt: z.int().min(1),
  /** From here on nothing is changed until the attempt has been answered. */
  sendingAt: z.iso.datetime().optional(),
  sent: stored({ reference: z.string(), at: z.iso.datetime() }).optional(),
  erasedAt: z.iso.datetime().optional(),
  /** The files that it has named and names no longer: replaced, removed, or erased with the answers. Kept until `forgetAt`. */
  dropped: z.array(z.string()).optional(),
  /** When they are looked at to be forgotten, once it is erased. */
  forgetAt: z.iso.datetime().optional(),
  /** Whose files it has, and who sends it, where that is not the form: a referral that came by the API and is sent again. */
  caller: z.string().optional(),
  /** The reference of the referral that is sent again. */
  resubmits: z.string().optional(),
  /** That it said that the child is at immediate risk: which time that is, and why it no longer stands. */
  alarm: stored({ round: z.int().min(1), ended: openCode(alarmEndSchema).optional() }).optional(),
  /** Of an empty draft that only says under which random id the copy of a referral stands. */
  copyAt: z.string().optional(),
});

/** A draft of a referral. Days and sizes are in policy and in change.ts. */
export type Draft = z.infer<typeof draftSchema>;

/** The caller of every referral and every file that comes through the form. */
export const FORM = 'form';

/** Whose files the draft has, and who sends it. */
export const callerOf = ({ caller = FORM }: Pick<Draft, 'caller'>) => caller;

/** True while its answers are there, to be changed or to be read: not erased, not past its last day. */
export function isKept(draft: Draft, now: string): boolean {
  return !draft.erasedAt && now < draft.expiresAt;
}

/** True while answers can be changed: not being sent, not sent, not erased, not past its last day. */
export function isOpen(draft: Draft, now: string): boolean {
  return !draft.sendingAt && !draft.sent && isKept(draft, now);
}
