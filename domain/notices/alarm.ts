import * as z from 'zod';
import { email } from '../referral/text.ts';
import { canonicalJson, sha256 } from '../values/hash.ts';
import { numberIn } from '../values/phone-number.ts';
import { stored } from '../values/stored.ts';

/** How to reach the person who raised an alarm: a number and an address, and no typed word. */
const senderSchema = stored({ phone: z.string().optional(), email: z.string().optional() });
export type Sender = z.infer<typeof senderSchema>;

/**
 * That a referral was stopped for immediate risk: when, and from which caller. Of one from a form it names the draft, which
 * knows how to reach its sender; of any other it says so itself. Nothing in it is about the child.
 */
export const alarmStubSchema = stored({
  id: z.string(),
  at: z.iso.datetime(),
  caller: z.string(),
  outcome: z.string(),
  reason: z.string(),
  sender: senderSchema.optional(),
  draftId: z.string().optional(),
});
export type AlarmStub = z.infer<typeof alarmStubSchema>;

/** What raises an alarm, once for the same `id`. */
export type Alarm = Omit<AlarmStub, 'outcome' | 'reason'>;

/** The id of the alarm that this submission raises: the same one however often it is sent. */
export function alarmId(caller: string, idempotencyKey: string | undefined, body: unknown): string {
  return sha256(canonicalJson([caller, idempotencyKey ?? '', body]));
}

const sentSchema = z.object({
  referrer: z.object({ phone: z.string().optional().catch(undefined), email: email().optional().catch(undefined) }),
});

/** How to reach the referrer of something that was sent, however invalid it is; undefined where it does not say. Never throws. */
export function senderOf(body: unknown): Sender | undefined {
  const referrer = sentSchema.safeParse(body).data?.referrer;
  return referrer && senderWith(referrer.phone, referrer.email);
}

/** A sender with what of these can be used; undefined where that is nothing. */
export function senderWith(phone: string | undefined, mailbox: string | undefined): Sender | undefined {
  const number = phone === undefined ? undefined : numberIn(phone);
  if (number === undefined && mailbox === undefined) return undefined;
  return { ...(number === undefined ? {} : { phone: number }), ...(mailbox === undefined ? {} : { email: mailbox }) };
}
