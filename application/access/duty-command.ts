import * as z from 'zod';
import { isRealDate } from '#domain/values/dates.ts';
import { weekdays } from '#domain/values/working-calendar.ts';
import type { CommandRule } from '../command.ts';

/** The rule of each fault of who is on duty. */
export const dutyFaults = {
  ON_DUTY_MISSING: 'missing',
  DUTY_DEPUTY_MISSING: 'missing',
  DUTY_DATE_UNREAL: 'not-a-date',
  DUTY_REVERSED: 'ends-before-it-starts',
} as const satisfies Record<string, CommandRule>;

const fault = (code: keyof typeof dutyFaults) => code;

const id = z.string().trim().min(1, fault('ON_DUTY_MISSING'));
const deputy = z.string().trim().min(1, fault('DUTY_DEPUTY_MISSING'));
const date = z
  .string()
  .trim()
  .refine(isRealDate, { error: fault('DUTY_DATE_UNREAL'), abort: true });
/** A day of the week; undefined for every day. */
const day = z
  .string()
  .optional()
  .transform((typed) => weekdays.find((one) => one === typed));

/** Who is on duty on one day of the week, or on every day. */
export const dutySchema = z.object({ change: z.literal('DUTY'), day, id, deputy });

/** Who is on duty from one date to another. */
export const dutyRangeSchema = z
  .object({ change: z.literal('DUTY_RANGE'), from: date, to: date, id, deputy })
  .refine(({ from, to }) => from <= to, { error: fault('DUTY_REVERSED'), path: ['to'] });

/** That the range which begins on this date ends. */
export const dutyEndedSchema = z.object({ change: z.literal('DUTY_ENDED'), from: date });
