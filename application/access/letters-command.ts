import * as z from 'zod';
import { blankableText, text } from '#domain/referral/text.ts';
import { oneLine } from '#domain/values/characters.ts';
import type { CommandRule } from '../command.ts';
import { mailboxField } from './mailbox-field.ts';

/** The rule of each fault of the contact in emails and of who signs them. */
export const letterFaults = {
  PHONE_MISSING: 'missing',
  PHONE_TOO_LONG: 'too-long',
  HOURS_MISSING: 'missing',
  HOURS_TOO_LONG: 'too-long',
  CONTACT_MISSING: 'missing',
  CONTACT_UNREADABLE: 'not-an-email',
  SIGNATORY_TOO_LONG: 'too-long',
  SIGNATORY_SAYS_NOTHING: 'says-nothing',
  LINE_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;

const fault = (code: keyof typeof letterFaults) => code;
const LONGEST_PHONE = 30;
const LONGEST_LINE = 120;
const unprintable = fault('LINE_UNPRINTABLE');

/**
 * What emails about a referral say of the team, trimmed and checked. An email is made of lines and blocks of lines, so what
 * stands within one is itself one line.
 */
export const lettersSchema = z.object({
  change: z.literal('LETTERS'),
  phone: text(LONGEST_PHONE, {
    ...{ missing: fault('PHONE_MISSING'), tooLong: fault('PHONE_TOO_LONG'), unprintable },
  }).overwrite(oneLine),
  hours: text(LONGEST_LINE, {
    ...{ missing: fault('HOURS_MISSING'), tooLong: fault('HOURS_TOO_LONG'), unprintable },
  }).overwrite(oneLine),
  email: mailboxField(fault('CONTACT_MISSING'), fault('CONTACT_UNREADABLE')),
  signatory: blankableText(LONGEST_LINE, {
    ...{ tooLong: fault('SIGNATORY_TOO_LONG'), saysNothing: fault('SIGNATORY_SAYS_NOTHING'), unprintable },
  }).overwrite(oneLine),
});
