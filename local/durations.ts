import { londonToUtc, utcToLondon } from './london.ts';

const DURATION = /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

export type Duration = { months: number; ms: number };

/** Reads an ISO 8601 duration; undefined where it is none. Days and weeks are of 24 hours each. */
export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (match === null) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return {
    months: years * 12 + months,
    ms: ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000,
  };
}

/** Adds months by the calendar in London (a day that the month lacks becomes its last), then the rest by the clock. */
export function addDuration(at: number, { months, ms }: Duration): number {
  if (months === 0) return at + ms;
  const wall = new Date(utcToLondon(at));
  const day = wall.getUTCDate();
  wall.setUTCDate(1);
  wall.setUTCMonth(wall.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  wall.setUTCDate(Math.min(day, lastDay));
  return londonToUtc(wall.getTime()) + ms;
}
