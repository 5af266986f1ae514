import * as z from 'zod';
import { localitySchema } from '../referral/codes.ts';
import { clockInWords } from '../values/dates.ts';
import { stored } from '../values/stored.ts';
import { venueInWords, venueSchema } from '../values/venue-facts.ts';
import { timeOfDaySchema } from '../values/working-calendar.ts';

/** Stay and Play in one town: every week on this day, such as `MONDAY`, by the clock of London. */
export const townSchema = stored({
  town: z.string(),
  day: z.string(),
  from: timeOfDaySchema,
  until: timeOfDaySchema,
  venue: z.string(),
  facts: venueSchema.shape.facts,
});
export type Town = z.infer<typeof townSchema>;

/** A day of the week as people write it: Monday. */
export function dayInWords(day: string): string {
  return `${day.slice(0, 1)}${day.slice(1).toLowerCase()}`;
}

/** When and where it is in a town: every Monday, 10am to 11:30am, at the place that the team named, with what it has. */
export function townInWords({ day, from, until, ...place }: Town): string {
  return `every ${dayInWords(day)}, ${clockInWords(from)} to ${clockInWords(until)}, at ${venueInWords(place)}`;
}

/** What a letter says of the towns that the team has set, and whether those are all of them. */
export function townsInLetters({ stayAndPlay = [] }: { readonly stayAndPlay?: readonly Town[] | undefined }) {
  const isSet = (town: string) => stayAndPlay.some((one) => one.town === town);
  return {
    towns: stayAndPlay.map((one) => ({ town: one.town, said: townInWords(one) })),
    isAll: localitySchema.options.every(isSet),
  };
}
