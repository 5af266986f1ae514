import * as z from 'zod';
import { addDays, isRealDate } from '#domain/values/dates.ts';
import type { CommandRule } from '../command.ts';
import { timeField } from '../time-command.ts';

/** The rule of each fault of a change of the calendar. */
export const meetingFaults = {
  DATE_MISSING: 'missing',
  DATE_UNREAL: 'not-a-date',
  FROM_UNREADABLE: 'missing',
  UNTIL_UNREADABLE: 'missing',
  TIMES_REVERSED: 'ends-before-it-starts',
  WEEKS_UNREADABLE: 'not-a-choice',
  LAST_UNREAL: 'not-a-date',
  LAST_BEFORE_FIRST: 'ends-before-it-starts',
  SERIES_TOO_LONG: 'too-many',
} as const satisfies Record<string, CommandRule>;
export type MeetingFault = keyof typeof meetingFaults;

const fault = (code: MeetingFault) => code;
/** Two years: bank holidays are not known for much longer. */
const LONGEST_DAYS = 104 * 7;

const day = (unreal: MeetingFault) =>
  z
    .string()
    .trim()
    .refine(isRealDate, { error: fault(unreal), abort: true });
const on = z
  .string()
  .trim()
  .min(1, { error: fault('DATE_MISSING'), abort: true })
  .pipe(day('DATE_UNREAL'));
const times = { from: timeField(fault('FROM_UNREADABLE')), until: timeField(fault('UNTIL_UNREADABLE')) };
const endsLater = ({ from, until }: { from: string; until: string }) => from < until;
const reversed = { error: fault('TIMES_REVERSED'), path: ['until'] };

/** A change of the calendar, trimmed and checked. */
export const meetingCommandSchema = z.discriminatedUnion('change', [
  z.object({ change: z.literal('ADD'), first: on, ...times }).refine(endsLater, reversed),
  z
    .object({
      change: z.literal('ADD_SERIES'),
      first: on,
      everyWeeks: z
        .string()
        .trim()
        .regex(/^[1-8]$/, fault('WEEKS_UNREADABLE'))
        .transform(Number),
      last: day('LAST_UNREAL'),
      ...times,
    })
    .refine(endsLater, reversed)
    .refine(({ first, last }) => first <= last, { error: fault('LAST_BEFORE_FIRST'), path: ['last'] })
    .refine(({ first, last }) => last <= addDays(first, LONGEST_DAYS), {
      error: fault('SERIES_TOO_LONG'),
      path: ['last'],
    }),
  z.object({ change: z.literal('CHANGE'), on, ...times }).refine(endsLater, reversed),
  z.object({ change: z.literal('REMOVE'), on }),
]);
export type MeetingCommand = z.input<typeof meetingCommandSchema>;
export type MeetingCommandRead = z.output<typeof meetingCommandSchema>;
