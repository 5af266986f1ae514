import { dayInWords } from '../people/stay-and-play.ts';
import { clockInWords } from '../values/dates.ts';
import { venueInWords } from '../values/venue-facts.ts';
import type { OfferedSlot } from './offer.ts';

/** When an offered slot is: every Monday, 10am to 11:30am. A visit says when it begins alone. */
export function whenInWords({ day, at, ends }: OfferedSlot): string {
  const until = ends === undefined ? '' : ` to ${clockInWords(ends)}`;
  return `every ${dayInWords(day)}, ${clockInWords(at)}${until}`;
}

/** Where a group meets and how people get in, each a sentence. Empty for a visit. */
export function whereInWords({ where }: OfferedSlot): string[] {
  if (!where) return [];
  return [`It is at ${venueInWords(where)}.`, ...(where.access === undefined ? [] : [`Getting in: ${where.access}`])];
}
