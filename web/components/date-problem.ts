import type { Broken } from '#domain/problems/rules.ts';
import { isRealDate } from '#domain/values/dates.ts';
import { type DatePart, partsAtFault, type TypedMoment } from './date-fault.ts';
import { errorInWords } from './error-words.ts';
import { dateOf, type TypedDate } from './typed-date.ts';

/** What is wrong with a date, with the boxes to correct: none for all of them. */
export interface DateProblem {
  readonly message: string;
  readonly parts: readonly DatePart[];
}

/** What a page says of a broken rule about a date that was typed, and of which part. */
export function dateProblem(broken: Broken, typed: TypedMoment, called: string): DateProblem {
  return { message: errorInWords(broken, { how: 'enter', called, typed }), parts: partsAtFault(broken, typed) };
}

/** The date that was typed, or what is wrong with it. */
export function readTypedDate(typed: TypedDate, called: string): { readonly on: string } | DateProblem {
  const on = dateOf(typed);
  if (on !== undefined && isRealDate(on)) return { on };
  return dateProblem({ rule: on === undefined ? 'missing' : 'not-a-date', params: {} }, typed, called);
}

/** A problem of the date whose boxes begin with `name`, at the first box to correct. */
export function dateProblemAt(name: string, problem: DateProblem) {
  return { ...problem, path: `${name}-${problem.parts[0] ?? 'day'}` };
}
