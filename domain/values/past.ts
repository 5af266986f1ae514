import { londonInstant, plusMinutes } from './dates.ts';

/** How much the clocks of two people may differ, in minutes. Source: local choice. */
const CLOCKS_DIFFER = 5;
/** Nothing in a referral of a young child happened longer ago, in years. What is said to is a mistyped year. */
const LONGEST_AGO = 25;

/** Whether the year of a date (`YYYY-MM-DD`) can be meant: no leading zero, and at most 25 years before `today`. */
export function isYearMeant(on: string, today: string): boolean {
  return !on.startsWith('0') && Number(on.slice(0, 4)) >= Number(today.slice(0, 4)) - LONGEST_AGO;
}

/** Whether a moment (ISO; without an offset as London's clocks show it) has passed at `now`, give or take five minutes. */
export function hasPassed(moment: string, now: string): boolean {
  return instantOf(moment) <= plusMinutes(now, CLOCKS_DIFFER);
}

/** The instant (ISO, UTC) of a moment; without an offset as London's clocks show it. */
export function instantOf(moment: string): string {
  const isLocal = !/(?:Z|[+-]\d\d:?\d\d)$/.test(moment);
  return isLocal ? londonInstant(moment.slice(0, 10), moment.slice(11, 16)) : new Date(moment).toISOString();
}
