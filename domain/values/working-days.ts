import { bankHolidays } from './bank-holidays.ts';
import { addDays, daysBetween, londonDateOf, londonInstant, londonTimeOf } from './dates.ts';
import { type WorkingCalendar, weekdays } from './working-calendar.ts';

const A_MONDAY = '1970-01-05';

/** The day of the week of this date. */
export function weekdayOf(on: string) {
  return weekdays.at(daysBetween(A_MONDAY, on) % 7);
}

/**
 * True when the service works on this date: a day of its working week, no bank holiday and no closing day. Past the
 * last year of the bank holidays only the other two count.
 */
export function isWorkingDay(on: string, { workingDays, closedOn }: WorkingCalendar): boolean {
  const weekday = weekdayOf(on);
  return workingDays.some((day) => day === weekday) && !Object.hasOwn(bankHolidays.on, on) && !closedOn.includes(on);
}

/** The first working day after this date. */
export function nextWorkingDay(on: string, calendar: WorkingCalendar): string {
  return workingDayFrom(addDays(on, 1), calendar);
}

/**
 * The working day so many working days on, at least 0. A date that is no working day counts as the next working day.
 * One working day after a Saturday is Tuesday.
 */
export function addWorkingDays(on: string, days: number, calendar: WorkingCalendar): string {
  let day = workingDayFrom(on, calendar);
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day, calendar);
  return day;
}

/** The instant at which work begins on this date or, where no one works on it, on the next working day. */
export function workingMorning(on: string, calendar: WorkingCalendar): string {
  return londonInstant(workingDayFrom(on, calendar), calendar.workingHours.from);
}

/** The working morning so many calendar days after an instant: when a wait that begins then is over. */
export function workingMorningAfter(at: string, days: number, calendar: WorkingCalendar): string {
  return workingMorning(addDays(londonDateOf(at), days), calendar);
}

/** The last working day before this date. */
export function workingDayBefore(on: string, calendar: WorkingCalendar): string {
  let day = addDays(on, -1);
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}

/** The last working morning that is not after this instant. */
export function workingMorningUntil(at: string, calendar: WorkingCalendar): string {
  let day = londonDateOf(at);
  while (!isWorkingDay(day, calendar) || workingMorning(day, calendar) > at) day = addDays(day, -1);
  return workingMorning(day, calendar);
}

/** True when people are at work at this instant: from the beginning of the working hours until, not including, their end. */
export function isWithinWorkingHours(at: string, calendar: WorkingCalendar): boolean {
  const [time, { from, to }] = [londonTimeOf(at), calendar.workingHours];
  return isWorkingDay(londonDateOf(at), calendar) && from <= time && time < to;
}

/** From when a person is asked to look: at once while people are at work, otherwise when they next begin. */
export function lookFrom(now: string, calendar: WorkingCalendar): string {
  if (isWithinWorkingHours(now, calendar)) return now;
  const today = londonDateOf(now);
  const morning = workingMorning(today, calendar);
  return morning > now ? morning : workingMorning(addDays(today, 1), calendar);
}

/** How many days the known bank holidays still last, counted from the date of an instant in London; 0 once they are over. */
export function bankHolidayDaysLeft(at: string): number {
  return Math.max(0, daysBetween(londonDateOf(at), bankHolidays.lastsUntil));
}

function workingDayFrom(on: string, calendar: WorkingCalendar): string {
  let day = on;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}
