import { isOnLeave } from '../people/person.ts';
import { personById, type Team } from '../people/team.ts';
import { addDays, daysBetween } from '../values/dates.ts';
import type { Venue } from '../values/venue-facts.ts';
import { type WorkingCalendar, weekdays } from '../values/working-calendar.ts';
import { isWorkingDay } from '../values/working-days.ts';
import type { Capacity, Group, Practitioner } from './capacity-record.ts';

/** One weekly visit of a practitioner, or one place in a group: what one child can have at a time. */
export interface Slot {
  readonly id: string;
  /** `HOME_VISITING`, or what the group is. */
  readonly pathway: string;
  readonly locality: string;
  readonly day: string;
  /** By the clock of London. */
  readonly at: string;
  readonly from: string;
  readonly until?: string | undefined;
  /** The id of the person who visits; undefined for a place in a group. */
  readonly practitioner?: string;
  /** The id of the group, when it ends and where it meets; undefined for a visit. */
  readonly group?: string;
  readonly ends?: string;
  readonly where?: Venue;
}

const A_MONDAY = '1970-01-05';
/** The longest that a weekly slot is looked ahead for, in days: longer than any summer. */
const AHEAD = 120;

/** Every slot that was ever entered, visits first. A place in a group has the number of the place in its id. */
export function everySlot({ practitioners, groups }: Pick<Capacity, 'practitioners' | 'groups'>): Slot[] {
  return [...practitioners.flatMap(visits), ...groups.flatMap(slotsOfGroup)];
}

/** The slot with this id, also one that has ended. */
export function slotById(capacity: Pick<Capacity, 'practitioners' | 'groups'>, id: string): Slot | undefined {
  return everySlot(capacity).find((slot) => slot.id === id);
}

/** The slots of which at least one day is left from this date on. A visit of someone who has left the team is none. */
export function slotsFrom(capacity: Capacity, team: Team, on: string): Slot[] {
  return everySlot(capacity).filter(
    ({ until, practitioner }) => (until === undefined || until >= on) && isHere(team, practitioner),
  );
}

/** What decides whether a weekly slot takes place on a date. */
export interface SlotDays {
  readonly capacity: Capacity;
  readonly team: Team;
  readonly calendar: WorkingCalendar;
}

/** The slots that take place on this date: on their day of the week, in a term, on no closed day, with no one on leave. */
export function slotsOn(days: SlotDays, on: string): Slot[] {
  return everySlot(days.capacity).filter((slot) => takesPlace(slot, days, on));
}

/** Whether this slot takes place on this date. */
export function takesPlace(slot: Slot, days: SlotDays, on: string): boolean {
  const { day, from, until = on, practitioner } = slot;
  const isItsDay = weekdays.at(daysBetween(A_MONDAY, on) % 7) === day && from <= on && on <= until;
  return isItsDay && isOpenOn(days, on) && isHere(days.team, practitioner) && !isAway(days.team, practitioner, on);
}

/** Whether visits and groups take place on this date at all, whoever is there. */
export function isOpenOn({ capacity, calendar }: Pick<SlotDays, 'capacity' | 'calendar'>, on: string): boolean {
  const { terms, closedOn } = capacity;
  const isInTerm = terms.length === 0 || terms.some(({ from, to }) => from <= on && on <= to);
  return isInTerm && isWorkingDay(on, calendar) && !closedOn.some((day) => day.on === on);
}

/** The first date from this one on at which the slot takes place; undefined where there is none within four months. */
export function firstDayOf(slot: Slot, days: SlotDays, from: string): string | undefined {
  return Array.from({ length: AHEAD }, (_, n) => addDays(from, n)).find((on) => takesPlace(slot, days, on));
}

/** The next dates from this one on at which the slot takes place, within four months, as many as asked for. */
export function nextDaysOf(slot: Slot, days: SlotDays, from: string, most: number): string[] {
  return daysWithin(slot, days, from, addDays(from, AHEAD - 1)).slice(0, most);
}

function visits({ person, locality, slots }: Practitioner): Slot[] {
  return slots.map(({ id, day, at, from, until }) => ({
    ...{ id, pathway: 'HOME_VISITING', locality, day, at, from, until },
    practitioner: person,
  }));
}

/** The places of one group, each with its number in its id. */
export function slotsOfGroup({
  id,
  pathway,
  locality,
  day,
  at,
  ends,
  from,
  until,
  places: many,
  ...place
}: Group): Slot[] {
  const { venue, facts, access } = place;
  return Array.from({ length: many }, (_, n) => ({
    ...{ id: `${id}-${n + 1}`, pathway, locality, day, at, from, until },
    ...{ group: id, ends, where: { venue, access, ...(facts && { facts }) } },
  }));
}

/** The id of each place that a group ever had: children keep a place that is no longer offered. */
export function placeIdsOf({ id, places: many, most = many }: Group): string[] {
  return Array.from({ length: most }, (_, n) => `${id}-${n + 1}`);
}

/** The dates of a slot from one date until another, both included. */
export function daysWithin(slot: Slot, days: SlotDays, from: string, until: string): string[] {
  const length = Math.max(0, daysBetween(from, until) + 1);
  return Array.from({ length }, (_, n) => addDays(from, n)).filter((on) => takesPlace(slot, days, on));
}

function isHere(team: Team, practitioner: string | undefined): boolean {
  return practitioner === undefined || personById(team, practitioner)?.isActive === true;
}

function isAway(team: Team, practitioner: string | undefined, on: string): boolean {
  const person = practitioner === undefined ? undefined : personById(team, practitioner);
  return person !== undefined && isOnLeave(person, on);
}
