import * as z from 'zod';
import type { CommandRule } from '../command.ts';
import { mailboxField } from './mailbox-field.ts';

/** The rule of each fault of the mailboxes of teams. */
export const mailboxFaults = {
  DUTY_MISSING: 'missing',
  DUTY_UNREADABLE: 'not-an-email',
  ADVISORY_MISSING: 'missing',
  ADVISORY_UNREADABLE: 'not-an-email',
} as const satisfies Record<string, CommandRule>;

const fault = (code: keyof typeof mailboxFaults) => code;

/** Where the duty team and the advisory teachers are written to, trimmed and checked. */
export const mailboxesSchema = z.object({
  change: z.literal('MAILBOXES'),
  duty: mailboxField(fault('DUTY_MISSING'), fault('DUTY_UNREADABLE')),
  advisoryTeachers: mailboxField(fault('ADVISORY_MISSING'), fault('ADVISORY_UNREADABLE')),
});
