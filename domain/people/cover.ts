import { addDays } from '../values/dates.ts';
import { standIn } from './duty.ts';
import { isOnLeave, isOutOfReach, type Person } from './person.ts';
import type { Team } from './team.ts';

/** Who reads what is written to a person: someone at work, or no one until the day on which they are back. */
export type Reader = { readonly to: Person } | { readonly backOn: string };

/**
 * Who reads on this local date what is for this person: they themselves, or who stands in while they are on leave or their
 * emails come back. Where no one does, it waits for their return, unless no one else in one of their roles is in reach: then
 * they are written to, because no one would hear.
 */
export function readerOn(team: Team, person: Person, date: string): Reader {
  if (!isOutOfReach(person, date)) return { to: person };
  const deputy = standIn(team, person, date);
  if (deputy) return { to: deputy };
  const others = team.people.filter(({ id, isActive }) => isActive && id !== person.id);
  const isCovered = others.some((other) => !isOutOfReach(other, date) && sharesRole(other, person));
  return isCovered ? { backOn: backOn(person, date) } : { to: person };
}

function sharesRole(one: Person, other: Person): boolean {
  return one.roles.some((role) => other.roles.includes(role));
}

/** Emails that come back are tried with the digest of the next day: by then someone may have put them right. */
function backOn(person: Person, date: string): string {
  let day = isOnLeave(person, date) ? date : addDays(date, 1);
  while (isOnLeave(person, day)) day = addDays(day, 1);
  return day;
}
