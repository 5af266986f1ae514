import * as z from 'zod';
import { email } from '#domain/referral/text.ts';
import { bareEmail } from '#domain/values/email-address.ts';

/** An email address as people type it, without what mail programs put around it. Each fault has the code that it is given. */
export function mailboxField(missing: string, unreadable: string) {
  return z
    .string()
    .overwrite(bareEmail)
    .min(1, { error: missing, abort: true })
    .refine((address) => email().safeParse(address).success, unreadable);
}
