import { addDays, addMonths } from '../values/dates.ts';

/** The week of a local day, named by its Monday: `W2026-11-30`. */
export function weekOf(on: string): string {
  const daysSinceMonday = (new Date(`${on}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return `W${addDays(on, -daysSinceMonday)}`;
}

/** The calendar month of a local day: `M2026-11`. */
export function monthOf(on: string): string {
  return `M${on.slice(0, 7)}`;
}

/** The Monday of a week. */
export function mondayOf(week: string): string {
  return week.slice(1);
}

/** The first and the last of this many whole weeks, the last of which holds this day. */
export function weeksUpTo(on: string, weeks: number): { readonly from: string; readonly to: string } {
  const to = weekOf(on);
  return { from: `W${addDays(mondayOf(to), -7 * (weeks - 1))}`, to };
}

/** The first and the last of the twelve whole months before the month of this day. */
export function yearBefore(on: string): { readonly from: string; readonly to: string } {
  const first = `${on.slice(0, 7)}-01`;
  return { from: monthOf(addMonths(first, -12)), to: monthOf(addMonths(first, -1)) };
}
