import { isRealDate } from '#domain/values/dates.ts';

/** A date as it was typed into three inputs. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Two digits of a month that was typed as a number, as its name, or as its first letters, such as "Sept". */
function monthIn(typed: string): string {
  const name = typed.toLowerCase().replace(/\.$/, '');
  const index = name.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(name));
  return (index < 0 ? typed : String(index + 1)).padStart(2, '0');
}

export const isBlank = ({ day, month, year }: TypedDate) => `${day}${month}${year}` === '';

/** The date that was typed as `YYYY-MM-DD`, real or not; undefined when nothing was typed. */
export function dateOf(typed: TypedDate): string | undefined {
  return isBlank(typed) ? undefined : `${typed.year}-${monthIn(typed.month)}-${typed.day.padStart(2, '0')}`;
}

/** The date that was typed, or what is wrong with it; `missing` is said when nothing was typed. */
export function readTypedDate(typed: TypedDate, missing: string): { on: string } | { problem: string } {
  const on = dateOf(typed);
  if (on === undefined) return { problem: missing };
  return isRealDate(on) ? { on } : { problem: 'Enter a real date, like 27 3 2025' };
}
