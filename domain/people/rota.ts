import * as z from 'zod';
import { daysBetween } from '../values/dates.ts';
import { stored } from '../values/stored.ts';
import { weekdays } from '../values/working-calendar.ts';

const A_MONDAY = '1970-01-05';

/**
 * One line of the rota: who is the first to hear of a new referral, and who hears beside them. It holds on every day from the
 * first to the last, the two included, and on these days of the week only where any are named.
 */
export const dutySchema = stored({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Such as `MONDAY`; none means every day. */
  days: z.array(z.string()).optional(),
  person: z.string(),
  deputy: z.string().optional(),
});
export type Duty = z.infer<typeof dutySchema>;

/** Whether a line of the rota holds on this local date. */
export function holdsOn({ from = '', to = '9999-12-31', days = [] }: Duty, date: string): boolean {
  const weekday = weekdays.at(daysBetween(A_MONDAY, date) % 7);
  return from <= date && date <= to && (days.length === 0 || days.some((day) => day === weekday));
}

/** A line that holds from one date to another, on every day between. */
export type DutyRange = Duty & { readonly from: string; readonly to: string };

/** Whether a line of the rota is from one date to another. */
export function isRange(duty: Duty): duty is DutyRange {
  return duty.from !== undefined && duty.to !== undefined;
}

type Days = Pick<DutyRange, 'from' | 'to'>;

/** Whether two ranges have a day in common. */
export function overlaps(one: Days, other: Days): boolean {
  return one.from <= other.to && other.from <= one.to;
}
