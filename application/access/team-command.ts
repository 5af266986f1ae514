import * as z from 'zod';
import { roleSchema } from '#domain/people/person.ts';
import { text } from '#domain/referral/text.ts';
import { isRealDate } from '#domain/values/dates.ts';
import type { CommandRule } from '../command.ts';
import { dutyEndedSchema, dutyFaults, dutyRangeSchema, dutySchema } from './duty-command.ts';
import { letterFaults, lettersSchema } from './letters-command.ts';
import { mailboxField } from './mailbox-field.ts';
import { mailboxesSchema, mailboxFaults } from './mailboxes-command.ts';
import { schoolSessionsFaults, schoolSessionsRemovedSchema, schoolSessionsSchema } from './school-sessions-command.ts';
import { serviceFaults, serviceSchema } from './service-command.ts';
import { townFaults, townRemovedSchema, townSchema } from './town-command.ts';

/** The rule of each fault of a change of the team. */
export const teamFaults = {
  ID_MISSING: 'missing',
  NAME_MISSING: 'missing',
  NAME_TOO_LONG: 'too-long',
  NAME_UNPRINTABLE: 'unprintable',
  EMAIL_MISSING: 'missing',
  EMAIL_UNREADABLE: 'not-an-email',
  ROLE_UNKNOWN: 'not-a-choice',
  DATE_UNREAL: 'not-a-date',
  LEAVE_REVERSED: 'ends-before-it-starts',
  DEPUTY_MISSING: 'missing',
  ...dutyFaults,
  ...letterFaults,
  ...mailboxFaults,
  ...serviceFaults,
  ...townFaults,
  ...schoolSessionsFaults,
} as const satisfies Record<string, CommandRule>;
export type TeamFault = keyof typeof teamFaults;

const fault = (code: TeamFault) => code;
const LONGEST_NAME = 120;

const id = z.string().trim().min(1, fault('ID_MISSING'));
const name = text(LONGEST_NAME, {
  missing: fault('NAME_MISSING'),
  tooLong: fault('NAME_TOO_LONG'),
  unprintable: fault('NAME_UNPRINTABLE'),
});
const mailbox = mailboxField(fault('EMAIL_MISSING'), fault('EMAIL_UNREADABLE'));
const roles = z.array(z.string().pipe(z.enum(roleSchema.options, fault('ROLE_UNKNOWN'))));
const day = z
  .string()
  .trim()
  .refine(isRealDate, { error: fault('DATE_UNREAL'), abort: true });
const leave = z.array(
  z
    .object({ from: day, to: day })
    .refine(({ from, to }) => from <= to, { error: fault('LEAVE_REVERSED'), path: ['to'] }),
);
const deputy = z.string().trim().min(1, fault('DEPUTY_MISSING'));

/** A change of the team, trimmed and checked. What the team as it is does not allow is refused when it is written. */
export const teamSchema = z.discriminatedUnion('change', [
  z.object({ change: z.literal('JOIN'), id, name, mailbox, roles }),
  z.object({ change: z.literal('MAILBOX'), id, mailbox }),
  z.object({ change: z.literal('MAIL_TRUSTED'), id }),
  z.object({ change: z.literal('ROLES'), id, roles }),
  z.object({ change: z.literal('LEAVE'), id, leave }),
  z.object({ change: z.literal('DEPUTY'), id, deputy }),
  dutySchema,
  dutyRangeSchema,
  dutyEndedSchema,
  lettersSchema,
  mailboxesSchema,
  serviceSchema,
  townSchema,
  townRemovedSchema,
  schoolSessionsSchema,
  schoolSessionsRemovedSchema,
]);
export type TeamCommand = z.input<typeof teamSchema>;
export type TeamCommandRead = z.output<typeof teamSchema>;

/** That someone leaves the team, trimmed and checked. */
export const leaveSchema = z.object({ id });
