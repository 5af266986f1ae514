import type { Place } from './entry.ts';
import type { DateOfList } from './list-events.ts';
import { type ListHistory, stepsOf } from './replay.ts';

/** A date of a place that became a later one without an event that says so: which date, and by which event. */
export interface Reset {
  readonly which: DateOfList;
  readonly event: string;
  readonly at: string;
}

const DATES = [
  ['REFERRAL', ({ referredAt }: Place) => referredAt],
  ['LIST', ({ listedOn }: Place) => listedOn],
  ['TARGET', ({ targetOn }: Place) => targetOn],
  ['TARGET', ({ acceptedOn }: Place) => acceptedOn],
] as const;

/**
 * Where the clock of a child was reset in silence: a date is never later than it was, through every move, hold, second referral
 * and return. Only a person who moves a date by an event of its own makes it later.
 */
export function resetsOf(history: ListHistory): Reset[] {
  let known: Place | null = null;
  const resets: Reset[] = [];
  for (const { event, after } of stepsOf(history)) {
    if (!after) continue;
    for (const [which, dateOf] of DATES) {
      const [before, now] = [known && dateOf(known), dateOf(after)];
      const isSaid = event.event === 'DATE_MOVED' && event.which === which;
      if (before && now && now > before && !isSaid) resets.push({ which, event: event.event, at: event.at });
    }
    known = after;
  }
  return resets;
}
