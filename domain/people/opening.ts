import * as z from 'zod';
import type { Row } from '../process/rows.ts';
import { londonDateOf, plusMinutes } from '../values/dates.ts';
import { stored } from '../values/stored.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { addWorkingDays } from '../values/working-days.ts';
import { type Actor, actorCode, actorId, actorSchema } from './actor.ts';
import type { Person } from './person.ts';
import type { Reading } from './reading.ts';

/** For how long an operator reads a record that they opened: enough for one fault, and over before the next. In minutes. */
export const OPEN_MINUTES = 60;

/**
 * That an operator opened a record for a reason, for a time: kept beside the case and never in it. `person` is their id, and `id`
 * names how manieth opening of this record it is of theirs.
 */
export const openingSchema = stored({
  reference: z.string(),
  id: z.string(),
  version: z.int().min(1),
  person: z.string(),
  by: actorSchema,
  /** The reason as they typed it. It may name someone, so no index shows it: the log would show a field named `reason`. */
  because: z.string(),
  at: z.iso.datetime(),
  until: z.iso.datetime(),
  /** Which service manager has looked at it, and when. */
  looked: stored({ at: z.iso.datetime(), by: actorSchema }).optional(),
});
export type Opening = z.infer<typeof openingSchema>;

/** The opening under which this person may read the record now; undefined where there is none, or its time is over. */
export function openingNow(openings: readonly Opening[], { id }: Pick<Person, 'id'>, now: string): Opening | undefined {
  return openings.find(({ person, at, until }) => person === id && at <= now && now < until);
}

/** The last opening of this person, over or not. */
export function lastOpening(openings: readonly Opening[], { id }: Pick<Person, 'id'>): Opening | undefined {
  return openings
    .filter(({ person }) => person === id)
    .toSorted((one, other) => (one.until < other.until ? -1 : 1))
    .at(-1);
}

/** The next opening of this person, for the whole time from now on. */
export function nextOpening(
  openings: readonly Opening[],
  {
    reference,
    person,
    by,
    because,
  }: Pick<Opening, 'reference' | 'by' | 'because'> & { readonly person: Pick<Person, 'id'> },
  now: string,
): Opening {
  const n = openings.filter((one) => one.person === person.id).length + 1;
  const until = plusMinutes(now, OPEN_MINUTES);
  return { reference, id: `${person.id}-${n}`, version: 1, person: person.id, by, because, at: now, until };
}

/** The opening once a service manager has looked at it. Undefined where one has, or where they opened it themselves. */
export function lookedAt(opening: Opening, by: Actor, now: string): Opening | undefined {
  if (opening.looked || actorId(by) === opening.person) return undefined;
  return { ...opening, version: opening.version + 1, looked: { at: now, by } };
}

/** What its operator read in the time of this opening, as it happened. */
export function readUnder({ person, at: from, until }: Opening, readings: readonly Reading[]): readonly Reading[] {
  return readings.filter(({ at, by }) => actorId(by) === person && from <= at && at < until);
}

/** The queue of the openings at which no service manager has looked. */
export const OPENINGS = 'OPENINGS';

/** How many working days the service managers have to look at an opening before each morning reminds them. Source: local choice. */
const LOOK_WORKING_DAYS = 2;

/** Those at which no one has looked in time, of what the queue shows. */
export function notLookedAtInTime<Shown extends Pick<Row, 'waitingSince'>>(
  rows: readonly Shown[],
  today: string,
  calendar: WorkingCalendar,
): readonly Shown[] {
  return rows.filter(
    ({ waitingSince: at }) => at !== undefined && addWorkingDays(londonDateOf(at), LOOK_WORKING_DAYS, calendar) < today,
  );
}

/** The local month in which a record was opened, such as `2026-11`. */
export function monthOf({ at }: Pick<Opening, 'at'>): string {
  return londonDateOf(at).slice(0, 7);
}

/** The id of who opened it, as the queue shows it. */
export function openerOf({ taskId = '' }: Pick<Row, 'taskId'>): string {
  return taskId.replace(/-\d+$/, '');
}

/** What an index shows of an opening: whose it is and since when, and no word of the reason. */
export function openingRow({ id, by, at }: Opening): Row {
  return { taskId: id, by: actorCode(by), waitingSince: at };
}
