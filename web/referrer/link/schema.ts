import * as z from 'zod';
import { isRealDate } from '#domain/dates.ts';

const part = z
  .string()
  .default('')
  .transform((typed) => typed.trim().slice(0, 10));

export const birthDateFormSchema = z
  .object({ 'dob-day': part, 'dob-month': part, 'dob-year': part })
  .transform((form) => ({ day: form['dob-day'], month: form['dob-month'], year: form['dob-year'] }));
export type TypedBirthDate = z.infer<typeof birthDateFormSchema>;

/** The date that was typed, or what is wrong with it: no try is lost on a date that cannot be. */
export function readBirthDate({ day, month, year }: TypedBirthDate): { on: string } | { problem: string } {
  if (`${day}${month}${year}` === '') return { problem: 'Enter the child’s date of birth' };
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDate(on) ? { on } : { problem: 'Enter a real date with day, month and year, such as 27 3 2023' };
}
