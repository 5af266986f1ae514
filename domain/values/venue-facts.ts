import * as z from 'zod';
import { openCode, stored } from './stored.ts';

/** What families ask about a place before they come: how to get in, and what is there. */
export const venueFactSchema = z.enum([
  'STEP_FREE',
  'PARKING',
  'BLUE_BADGE',
  'BUS_STOP',
  'ACCESSIBLE_TOILET',
  'CHANGING_PLACE',
  'QUIET_ROOM',
  'HEARING_LOOP',
]);
type VenueFact = z.infer<typeof venueFactSchema>;

const facts: Readonly<Record<VenueFact, string>> = {
  STEP_FREE: 'a step-free entrance',
  PARKING: 'parking',
  BLUE_BADGE: 'Blue Badge parking',
  BUS_STOP: 'a bus stop close by',
  ACCESSIBLE_TOILET: 'an accessible toilet',
  CHANGING_PLACE: 'a Changing Places toilet',
  QUIET_ROOM: 'a quiet room',
  HEARING_LOOP: 'a hearing loop',
};

/** Each fact as people select it, in the order in which letters name them. */
export const venueFactChoices = venueFactSchema.options.map((value) => ({ value, label: facts[value] }));

/** What a place has, within a sentence: a step-free entrance, parking and a quiet room. Empty where nothing is known of it. */
export function venueFactsInWords(codes: readonly string[] = []): string {
  const known = venueFactChoices.filter(({ value }) => codes.includes(value)).map(({ label }) => label);
  const [last = '', ...others] = known.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

/** A place, as a record keeps it: its name and address, what it has, and how people get in. */
export const venueSchema = stored({
  venue: z.string(),
  facts: z.array(openCode(venueFactSchema)).optional(),
  access: z.string().optional(),
});
export type Venue = z.infer<typeof venueSchema>;

interface Named {
  readonly venue: string;
  readonly facts?: readonly string[] | undefined;
}

/** A place with what it has: Example Hall, which has a step-free entrance and parking. */
export function venueInWords({ venue, facts: codes }: Named): string {
  const said = venueFactsInWords(codes);
  return said === '' ? venue : `${venue}, which has ${said}`;
}
