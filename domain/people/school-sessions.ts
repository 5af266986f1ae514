import * as z from 'zod';
import { clockInWords, plainDate } from '../values/dates.ts';
import { stored } from '../values/stored.ts';
import { venueInWords, venueSchema } from '../values/venue-facts.ts';
import { timeOfDaySchema } from '../values/working-calendar.ts';

/** How many sessions of Starting School there are. Source: RULES, Starting School. */
export const SCHOOL_SESSIONS = 5;

/** The sessions of Starting School in one town and one summer term, by the clock of London. */
export const schoolSessionsSchema = stored({
  town: z.string(),
  year: z.int(),
  /** In their order. */
  on: z.array(z.iso.date()),
  from: timeOfDaySchema,
  until: timeOfDaySchema,
  venue: z.string(),
  facts: venueSchema.shape.facts,
});
export type SchoolSessions = z.infer<typeof schoolSessionsSchema>;

interface OfTeam {
  readonly startingSchool?: readonly SchoolSessions[] | undefined;
}

/** The sessions of a year: of this town where it has some, or else of every town. */
export function sessionsFor({ startingSchool = [] }: OfTeam, year: number, town?: string): SchoolSessions[] {
  const ofYear = startingSchool.filter((one) => one.year === year);
  const ofTown = ofYear.filter((one) => one.town === town);
  return ofTown.length > 0 ? ofTown : ofYear;
}

/** When and where sessions are, without their dates: 10am to 11:30am, at the place that the team named. */
export function hoursInWords({ from, until, ...place }: SchoolSessions): string {
  return `${clockInWords(from)} to ${clockInWords(until)}, at ${venueInWords(place)}`;
}

/** The dates of the sessions as people write them. */
export function datesInWords({ on }: Pick<SchoolSessions, 'on'>): string[] {
  return on.map(plainDate);
}
