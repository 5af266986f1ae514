import * as z from 'zod';
import { readTypedDate } from './date-problem.ts';

const part = z
  .string()
  .default('')
  .transform((typed) => typed.trim().slice(0, 20));

export const birthDateFormSchema = z
  .object({ 'dob-day': part, 'dob-month': part, 'dob-year': part })
  .transform((form) => ({ day: form['dob-day'], month: form['dob-month'], year: form['dob-year'] }));
export type TypedBirthDate = z.infer<typeof birthDateFormSchema>;

/** The date that was typed, or what is wrong with it: no try is lost on a date that cannot be. */
export function readBirthDate(typed: TypedBirthDate) {
  return readTypedDate(typed, 'the child’s date of birth');
}
