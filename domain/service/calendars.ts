import type { Meeting } from '../people/meetings.ts';
import { daysBetween, londonDateOf } from '../values/dates.ts';

/**
 * How many days are left until the last of these dates, counted from the date of an instant in London: 0 once it is over, and
 * undefined where no one keeps such a calendar.
 */
function daysLeft(lastDays: readonly string[], at: string): number | undefined {
  const last = lastDays.toSorted().at(-1);
  return last === undefined ? undefined : Math.max(0, daysBetween(londonDateOf(at), last));
}

/** The days until the last meeting of the triage team that is known. */
export const meetingDaysLeft = (meetings: readonly Pick<Meeting, 'on'>[] | undefined, at: string) =>
  daysLeft(
    (meetings ?? []).map(({ on }) => on),
    at,
  );

/** The days until the last term that is known ends. */
export const termDaysLeft = (terms: readonly { readonly to: string }[], at: string) =>
  daysLeft(
    terms.map(({ to }) => to),
    at,
  );
