import type { Broken } from '#domain/problems/rules.ts';
import { isRealDate, plainDate } from '#domain/values/dates.ts';
import { dateOf, isBlank, readParts, type TypedDate } from './typed-date.ts';
import { readTime } from './typed-time.ts';

/** One of the boxes of a date, by the end of its name. */
export type DatePart = 'day' | 'month' | 'year' | 'time';

/** What was typed into the boxes of a date, or of a date and time. */
export interface TypedMoment extends TypedDate {
  readonly time?: string;
}

/** The boxes to correct, and what must be of the date: "include a year". */
interface DateFault {
  readonly parts: readonly DatePart[];
  readonly must: string;
}

/** What each part must be where it is there. */
const wanted = {
  day: 'a day from 1 to 31',
  month: 'a month from 1 to 12 or by name',
  year: 'a year of 4 digits, like 2025',
  time: 'a time like 14:05',
} as const;

/** The part of a date that is missing or wrong. Undefined for a real date, and when nothing was typed. */
export function dateFault(typed: TypedMoment): DateFault | undefined {
  const { time } = typed;
  const read = readParts(typed);
  const given = { ...read, ...(time === undefined ? {} : { time: time.trim() }) };
  if (isBlank(typed) && !given.time) return undefined;
  const has = { day: inRange(read.day, 31), month: inRange(read.month, 12), year: /^\d{4}$/.test(read.year) };
  const names = dateParts.filter((part) => given[part] !== undefined);
  const missing = names.filter((part) => given[part] === '');
  if (missing.length > 0) return { parts: missing, must: `include a ${listed(missing)}` };
  const wrong = names.filter((part) => (part === 'time' ? readTime(time ?? '') === undefined : !has[part]));
  if (wrong.length > 0) return { parts: wrong, must: `have ${listed(wrong.map((part) => wanted[part]))}` };
  if (isRealDate(dateOf(typed) ?? '')) return undefined;
  const [days = '', ...month] = plainDate(lastDay(read)).split(' ');
  return { parts: ['day'], must: `be a real date. ${month.join(' ')} has ${days} days` };
}

/** The boxes to correct for a broken rule; none where the date as a whole is wrong. */
export function partsAtFault({ rule }: Broken, typed: TypedMoment): readonly DatePart[] {
  if (rule === 'year') return ['year'];
  return rule === 'not-a-date' || rule === 'not-a-moment' ? (dateFault(typed)?.parts ?? []) : [];
}

const dateParts: readonly DatePart[] = ['day', 'month', 'year', 'time'];

const inRange = (typed: string, most: number) => /^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most;

/** The last day of the month that was typed. */
function lastDay({ month, year }: TypedDate): string {
  const days = ['28', '29', '30', '31'].map((day) => dateOf({ day, month, year }) ?? '');
  return days.findLast(isRealDate) ?? '';
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
}
