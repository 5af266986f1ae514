import * as z from 'zod';
import { text } from '#domain/referral/text.ts';
import { oneLine } from '#domain/values/characters.ts';
import type { CommandRule } from '../command.ts';
import { mailboxField } from './mailbox-field.ts';

/** The rule of each fault of another service to which referrals are redirected. */
export const serviceFaults = {
  SET_NAME_MISSING: 'missing',
  SET_NAME_TOO_LONG: 'too-long',
  SET_NAME_UNPRINTABLE: 'unprintable',
  SET_MAILBOX_MISSING: 'missing',
  SET_MAILBOX_UNREADABLE: 'not-an-email',
} as const satisfies Record<string, CommandRule>;

const fault = (code: keyof typeof serviceFaults) => code;
const LONGEST_NAME = 120;

const name = text(LONGEST_NAME, {
  missing: fault('SET_NAME_MISSING'),
  tooLong: fault('SET_NAME_TOO_LONG'),
  unprintable: fault('SET_NAME_UNPRINTABLE'),
});

/** Another service, trimmed and checked. A blank code adds it. */
export const serviceSchema = z.object({
  change: z.literal('SERVICE'),
  code: z.string(),
  // It stands within a line of an email.
  name: name.overwrite(oneLine),
  mailbox: mailboxField(fault('SET_MAILBOX_MISSING'), fault('SET_MAILBOX_UNREADABLE')),
  isOffered: z.boolean(),
  decides: z.boolean().optional(),
});
