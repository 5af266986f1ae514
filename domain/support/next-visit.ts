import { addDays, daysBetween } from '../values/dates.ts';
import { weekdayOf } from '../values/working-days.ts';
import type { Block, Visit } from './block-shape.ts';

const WEEK = 7;
/** Two sessions of a block are at least this far apart, in days, where the service plans the next one. */
const APART = 4;
/** The longest that is looked ahead for a day on which visits take place: longer than any summer. */
const AHEAD = 120;

/**
 * The local date of the next weekly visit after this one: on the weekday that the family accepted, else a week later, and on a
 * day on which visits take place. Undefined where there is none within four months.
 */
export function nextVisitOn(
  { weekly }: Pick<Block, 'weekly'>,
  { on }: Pick<Visit, 'on'>,
  takesPlace: (on: string) => boolean,
): string | undefined {
  const isItsDay = (day: string) => (weekly ? weekdayOf(day) === weekly.day : daysBetween(on, day) % WEEK === 0);
  return Array.from({ length: AHEAD }, (_, n) => addDays(on, n + APART)).find(
    (day) => isItsDay(day) && takesPlace(day),
  );
}
