/** A calendar date as `YYYY-MM-DD`, with no time and no zone. Two of them compare as plain text. */
type Civil = { year: number; month: number; day: number };

const pad = (value: number, width: number) => String(value).padStart(width, '0');
const text = ({ year, month, day }: Civil) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

function parts(on: string): Civil {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1970-01-01 in the Gregorian calendar, by whole numbers only (H. Hinnant, days_from_civil). */
function dayNumber({ year, month, day }: Civil): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** True only for a date that the calendar has, written `YYYY-MM-DD`. */
export function isRealDate(on: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return false;
  const { year, month, day } = parts(on);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(parts(to)) - dayNumber(parts(from));
}

/** The date so many days later (or earlier). */
export function addDays(on: string, days: number): string {
  return new Date((dayNumber(parts(on)) + days) * 86_400_000).toISOString().slice(0, 10);
}

function monthsLater(on: string, months: number): Civil {
  const { year, month, day } = parts(on);
  const index = year * 12 + month - 1 + months;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day };
}

/**
 * The anniversary so many calendar months later. A day that the month lacks becomes the first of the next month (29
 * February + 36 months: 1 March). For birthdays and ages (RULES, age).
 */
export function addMonths(on: string, months: number): string {
  const { year, month, day } = monthsLater(on, months);
  if (day <= daysInMonth(year, month)) return text({ year, month, day });
  return text(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 });
}

/**
 * The date so many calendar months later; a day that the month lacks becomes its last day (31 August + 6 months:
 * 28 February). For aims such as the target date (RULES, clock).
 */
export function addMonthsClamped(on: string, months: number): string {
  const { year, month, day } = monthsLater(on, months);
  return text({ year, month, day: Math.min(day, daysInMonth(year, month)) });
}

/**
 * Age in exact months: `months` completed, plus `num`/`den` of the month that has begun. `den` is the number of days
 * between the two monthly anniversaries around the date. Negative months when the date lies before `from`.
 */
export function exactMonths(from: string, on: string): { months: number; num: number; den: number } {
  const [start, end] = [parts(from), parts(on)];
  const guess = (end.year - start.year) * 12 + end.month - start.month;
  const months = addMonths(from, guess) > on ? guess - 1 : guess;
  const last = addMonths(from, months);
  return { months, num: daysBetween(last, on), den: daysBetween(last, addMonths(from, months + 1)) };
}

/** Age as people say it, in completed years, months and days, and as completed months. */
export function ageAt(dob: string, on: string) {
  const { months, num } = exactMonths(dob, on);
  return { years: Math.floor(months / 12), months: months % 12, days: num, completedMonths: months };
}

/** An age as people write it, without what is none of it, such as "2 years 1 month"; a newborn is "0 days" old. */
export function ageInWords({
  years,
  months,
  days,
}: Pick<ReturnType<typeof ageAt>, 'years' | 'months' | 'days'>): string {
  const parts = Object.entries({ year: years, month: months, day: days }).filter(([, count]) => count !== 0);
  return parts.map(([unit, count]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ') || '0 days';
}

let london: Intl.DateTimeFormat | undefined;

/**
 * Made when it is first needed: making it takes longer than loading a whole function's rules. Swedes write the date as ISO
 * does, so nothing has to be taken apart.
 */
function londonFormat(): Intl.DateTimeFormat {
  london ??= new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  return london;
}

function londonWallTime(instant: Date): string {
  return londonFormat().format(instant).replace(' ', 'T');
}

/** The calendar date in London at an instant (ISO text with a zone). */
export function londonDateOf(instant: string): string {
  return londonWallTime(new Date(instant)).slice(0, 10);
}

/**
 * The instant (ISO, UTC, ms) at which London clocks show this date and time. A time that occurs twice in autumn means the
 * first; a time that is skipped in spring means an hour later.
 */
export function londonInstant(on: string, time: string): string {
  const asUtc = Date.parse(`${on}T${time}:00.000Z`);
  const summer = new Date(asUtc - 3_600_000);
  return (londonWallTime(summer) === `${on}T${time}` ? summer : new Date(asUtc)).toISOString();
}

/** An instant so many minutes after another. */
export function plusMinutes(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

/** The time of day in London, 24 hours: `09:05`. */
export function londonTimeOf(instant: string): string {
  return londonWallTime(new Date(instant)).slice(11);
}

/** The time of day in London as people write it: 9:05am, 9am, midday or midnight. */
export function timeInWords(at: string): string {
  const [hours = 0, minutes = 0] = londonTimeOf(at).split(':').map(Number);
  if (minutes === 0 && hours % 12 === 0) return hours === 0 ? 'midnight' : 'midday';
  const past = minutes === 0 ? '' : `:${pad(minutes, 2)}`;
  return `${hours % 12 || 12}${past}${hours < 12 ? 'am' : 'pm'}`;
}

const ANY_DAY = '2026-01-01';

/** A time of day such as `09:05`, as people write it. */
export function clockInWords(time: string): string {
  return timeInWords(londonInstant(ANY_DAY, time));
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A date as people write it: 24 September 2026. */
export function plainDate(on: string): string {
  const { year, month, day } = parts(on);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}
