import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { referrerOf } from '#domain/case/referrer.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { email, text } from '#domain/referral/text.ts';
import { bareEmail } from '#domain/values/email-address.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';

const LONGEST_NAME = 150;

/** What is said of each thing that keeps a colleague from being asked. */
export const handOverWords = {
  NAME_MISSING: 'Enter the name of your colleague',
  NAME_TOO_LONG: `Name must be ${LONGEST_NAME} characters or fewer`,
  NAME_UNPRINTABLE: 'Enter the name again without characters that we cannot show',
  ROLE_MISSING: 'Enter the role of your colleague, for example health visitor',
  ROLE_TOO_LONG: `Role must be ${LONGEST_NAME} characters or fewer`,
  ROLE_UNPRINTABLE: 'Enter the role again without characters that we cannot show',
  EMAIL_MISSING: 'Enter the work email address of your colleague',
  EMAIL_UNREADABLE: 'Enter one email address, for example name@example.org',
  EMAIL_IS_THEIRS: 'Enter the address of a colleague. This referral is with this address already',
  EMAIL_OF_A_PARENT: 'Enter the work address of a colleague. The referral gives this address for a parent or carer',
  EMAIL_REFUSED: 'Enter another email address. We cannot send an email to this one',
} as const;

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
