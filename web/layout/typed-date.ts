import { isRealDate } from '#domain/dates.ts';

/** A date as it was typed into three inputs. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const isBlank = ({ day, month, year }: TypedDate) => `${day}${month}${year}` === '';

/** The date that was typed, or what is wrong with it; `missing` is said when nothing was typed. */
export function readTypedDate(typed: TypedDate, missing: string): { on: string } | { problem: string } {
  if (isBlank(typed)) return { problem: missing };
  const on = `${typed.year}-${typed.month.padStart(2, '0')}-${typed.day.padStart(2, '0')}`;
  return isRealDate(on) ? { on } : { problem: 'Enter a real date with day, month and year, such as 27 3 2023' };
}
