import * as z from 'zod';
import { isRealDate } from '#domain/values/dates.ts';
import type { CommandRule } from './command.ts';

/** The rule of each fault of the day on which something was done. */
export const dayFaults = {
  DATE_MISSING: 'missing',
  DATE_UNREAL: 'not-a-date',
  DATE_IN_FUTURE: 'in-future',
  DATE_TOO_EARLY: 'year',
} as const satisfies Record<string, CommandRule>;
type DayFault = keyof typeof dayFaults;

/** Between which local dates something can have been done, both included. */
export interface Days {
  readonly from: string;
  readonly today: string;
}

const faults: readonly DayFault[] = ['DATE_MISSING', 'DATE_UNREAL', 'DATE_IN_FUTURE', 'DATE_TOO_EARLY'];

/**
 * The schema of a command that also checks its `on`, `YYYY-MM-DD` as it was typed and blank when nothing was: a real date
 * between these days. Whatever else is wrong is said together with it. `isAsked`: whether the command needs a day at all.
 */
export function withDay<Schema extends z.ZodType<{ on: string }>>(
  schema: Schema,
  days: Days,
  isAsked: (typed: z.output<Schema>) => boolean = () => true,
): Schema {
  return faults.reduce(
    (checked, code) =>
      checked.refine((typed) => !isAsked(typed) || faultOf(typed.on, days) !== code, {
        ...{ error: code, path: ['on'], when: () => true },
      }),
    schema,
  );
}

/** A local date as `YYYY-MM-DD` until this day; what is blank or no date is `DATE_UNREAL`. */
export function pastDayField(today: string) {
  return z.iso
    .date({ error: 'DATE_UNREAL' satisfies DayFault })
    .refine((on) => on <= today, { error: 'DATE_IN_FUTURE' satisfies DayFault });
}

function faultOf(on: string, { from, today }: Days): DayFault | undefined {
  if (on === '') return 'DATE_MISSING';
  if (!isRealDate(on)) return 'DATE_UNREAL';
  if (on > today) return 'DATE_IN_FUTURE';
  return on < from ? 'DATE_TOO_EARLY' : undefined;
}
