import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { referrerOf } from '#domain/case/referrer.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { email, text } from '#domain/referral/text.ts';
import { bareEmail } from '#domain/values/email-address.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import type { CommandRule } from '../command.ts';

const LONGEST_NAME = 150;

/** The rule of each fault of a request to a colleague. */
export const handOverFaults = {
  NAME_MISSING: 'missing',
  NAME_TOO_LONG: 'too-long',
  NAME_UNPRINTABLE: 'unprintable',
  ROLE_MISSING: 'missing',
  ROLE_TOO_LONG: 'too-long',
  ROLE_UNPRINTABLE: 'unprintable',
  EMAIL_MISSING: 'missing',
  EMAIL_UNREADABLE: 'not-an-email',
  EMAIL_IS_THEIRS: 'own-address',
  EMAIL_OF_A_PARENT: 'address-of-a-parent',
  EMAIL_REFUSED: 'refused-address',
} as const satisfies Record<string, CommandRule>;
export type HandOverFault = keyof typeof handOverFaults;

const typedSchema = z.object({
  reference: z.string(),
  /** The mailbox that asks. It must be the present referrer's or their team's. */
  by: z.string(),
  name: text(LONGEST_NAME, {
    missing: 'NAME_MISSING',
    tooLong: 'NAME_TOO_LONG',
    unprintable: 'NAME_UNPRINTABLE',
  }),
  role: text(LONGEST_NAME, {
    missing: 'ROLE_MISSING',
    tooLong: 'ROLE_TOO_LONG',
    unprintable: 'ROLE_UNPRINTABLE',
  }),
  email: z
    .string()
    .overwrite(bareEmail)
    .min(1, { error: 'EMAIL_MISSING', abort: true })
    .refine((address) => email().safeParse(address).success, { error: 'EMAIL_UNREADABLE', abort: true }),
});

/** A request to a colleague as it was typed. */
export type HandOverCommand = z.input<typeof typedSchema>;

/** A request to a colleague, trimmed and checked: to one mailbox, neither the referrer's own nor a parent's. */
export function handOverSchema(theCase: Case, referral: Addressees) {
  const own = referrerOf(theCase, referral).email;
  const isParents = (address: string) => referral.family.parents.some((parent) => sameMailbox(parent.email, address));
  return typedSchema.extend({
    email: typedSchema.shape.email
      .refine((address) => !sameMailbox(own, address), { error: 'EMAIL_IS_THEIRS', abort: true })
      .refine((address) => !isParents(address), 'EMAIL_OF_A_PARENT'),
  });
}
