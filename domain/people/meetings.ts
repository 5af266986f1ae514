import * as z from 'zod';
import { addDays, londonDateOf, londonInstant } from '../values/dates.ts';
import { stored } from '../values/stored.ts';
import { timeOfDaySchema, type WorkingCalendar } from '../values/working-calendar.ts';
import { isWorkingDay } from '../values/working-days.ts';

/** One meeting of the triage team, by the clock of London. There is at most one a day, so the date is its name. */
export const meetingSchema = stored({ on: z.iso.date(), from: timeOfDaySchema, until: timeOfDaySchema });
export type Meeting = z.infer<typeof meetingSchema>;

/** Meetings by date, the earliest first. What each holds beside its date and times stays with it. */
export function inOrder(meetings: readonly Meeting[]): Meeting[] {
  return meetings.toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** The instant at which a meeting is over. */
export function meetingEndsAt({ on, until }: Pick<Meeting, 'on' | 'until'>): string {
  return londonInstant(on, until);
}

/** The meetings that are not over at this instant, the next one first. */
export function meetingsToCome(meetings: readonly Meeting[] | undefined, now: string): Meeting[] {
  return inOrder(meetings ?? []).filter((meeting) => meetingEndsAt(meeting) > now);
}

/** Whether it was on a day before that of this instant, so that it is only kept. */
export function isPastMeeting({ on }: Pick<Meeting, 'on'>, now: string): boolean {
  return on < londonDateOf(now);
}

/** A meeting every so many weeks, from the first date to the last one. */
export interface Series {
  readonly first: string;
  readonly last: string;
  readonly everyWeeks: number;
}

/** The dates of a series, and those of them on which the service is closed. Every date is in exactly one of the two. */
export function datesOf({ first, last, everyWeeks }: Series, calendar: WorkingCalendar) {
  const dates: string[] = [];
  for (let on = first; on <= last; on = addDays(on, everyWeeks * 7)) dates.push(on);
  return {
    open: dates.filter((on) => isWorkingDay(on, calendar)),
    closed: dates.filter((on) => !isWorkingDay(on, calendar)),
  };
}
