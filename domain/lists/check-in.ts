import { addMonthsClamped } from '../values/dates.ts';

/** How often a family on a list is asked whether anything has changed, in months. Source: local choice, as the lists are kept. */
export const CHECK_IN_MONTHS = 3;

/** The most that is counted: no child waits for longer. */
const MOST = 40;

/** For the how manieth time a family is asked by this local date; 0 before the first. It counts from acceptance, as the wait does. */
export function checkInOn(acceptedOn: string, today: string): number {
  let n = 0;
  while (n < MOST && addMonthsClamped(acceptedOn, CHECK_IN_MONTHS * (n + 1)) <= today) n += 1;
  return n;
}
