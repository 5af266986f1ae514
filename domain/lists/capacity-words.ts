import { dayInWords } from '../people/stay-and-play.ts';
import { clockInWords, plainDate } from '../values/dates.ts';
import { venueInWords } from '../values/venue-facts.ts';
import type { ClosedDay, Group, VisitSlot } from './capacity-record.ts';

/** A weekly visit as staff read it: every Tuesday, 10am, from 28 September 2026 until 18 December 2026. */
export function slotInWords({ day, at, from, until }: VisitSlot): string {
  return `every ${dayInWords(day)}, ${clockInWords(at)}, ${datesInWords({ from, until })}`;
}

/** When a group meets, and where: every Monday, 10am to 11:30am, at Example Hall, from 28 September 2026. */
export function groupDayInWords({ day, at, ends, ...place }: Group): string {
  return `every ${dayInWords(day)}, ${clockInWords(at)} to ${clockInWords(ends)}, at ${venueInWords(place)}`;
}

/** A group as the history names it, with what is said of it. */
export function groupInWords(group: Group): string {
  const { name, places, access } = group;
  return `${name}: ${groupDayInWords(group)}, ${datesInWords(group)}, ${places} places. ${access}`;
}

/** A closed day with its reason. */
export function closedInWords({ on, why }: ClosedDay): string {
  return `${plainDate(on)}, ${why}`;
}

function datesInWords({ from, until }: { readonly from: string; readonly until?: string | undefined }): string {
  return `from ${plainDate(from)}${until === undefined ? '' : ` until ${plainDate(until)}`}`;
}
