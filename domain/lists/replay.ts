import { londonDateOf } from '../values/dates.ts';
import { isSameList, type ListEntry, type ListName, type Place } from './entry.ts';
import { isListEvent, type ListEvent } from './list-events.ts';
import { ordered, placeOf } from './place.ts';

/** What was ever recorded of the place of one child: the events of the case and of the support, and the entry as it stands. */
export interface ListHistory {
  readonly reference: string;
  /** Every event, of lists or not, in the order in which they happened. */
  readonly events: readonly { readonly event: string; readonly at: string }[];
  readonly entry: ListEntry | null;
}

/** One event of a list, with the place before and after it; null: on no list. */
export interface Step {
  readonly event: ListEvent;
  readonly before: Place | null;
  readonly after: Place | null;
}

/**
 * Each event of a list of one child in turn. An event of an earlier release carries no place: then the next one that is known
 * counts from there, without a band until that was confirmed.
 */
export function stepsOf(history: ListHistory): Step[] {
  const events = history.events.filter(isListEvent);
  const steps: Step[] = [];
  for (const [index, event] of events.entries()) {
    const before = steps.at(-1)?.after ?? null;
    const later = () => laterPlace(events.slice(index + 1), history.entry);
    steps.push({ event, before, after: placeAfter(event, before, later(), history.reference) });
  }
  return steps;
}

function placeAfter(event: ListEvent, before: Place | null, later: Place | null, reference: string): Place | null {
  switch (event.event) {
    case 'LISTED':
      return event.place ?? (later && ordered({ ...later, band: null }, later.referredAt, reference));
    case 'BAND_CONFIRMED':
      return event.place ?? withBand(before, event.band, reference);
    case 'LIST_LEFT':
    case 'SUPPORT_STARTED':
      return null;
    case 'TO_SUPPORT':
      return before ?? event.from;
    default:
      return event.place;
  }
}

function withBand(before: Place | null, typed: number, reference: string): Place | null {
  const band = typed === 1 || typed === 2 ? typed : 3;
  return before && ordered({ ...before, band }, before.referredAt, reference);
}

/** The place as the next event found it, or as it stands now. */
function laterPlace(events: readonly ListEvent[], entry: ListEntry | null): Place | null {
  for (const event of events) {
    if ('from' in event && typeof event.from === 'object') return event.from;
    if ('place' in event && event.place) return event.place;
  }
  return entry && placeOf(entry);
}

/** Where the child stood at this instant; null: on no list. */
export function placeAt(history: ListHistory, instant: string): Place | null {
  return stepsOf(history).findLast(({ event }) => event.at <= instant)?.after ?? null;
}

/** Where the child stood when this local day of London ended; null: on no list. */
export function placeOn(history: ListHistory, date: string): Place | null {
  return stepsOf(history).findLast(({ event }) => londonDateOf(event.at) <= date)?.after ?? null;
}

/** A list as it stood when a local day ended: each reference with its place, in the order of then. */
export function orderOn(
  histories: readonly ListHistory[],
  list: ListName,
  date: string,
): { readonly reference: string; readonly place: Place }[] {
  return histories
    .flatMap((history) => {
      const place = placeOn(history, date);
      return place && isSameList(place, list) ? [{ reference: history.reference, place }] : [];
    })
    .sort((one, other) => (one.place.order < other.place.order ? -1 : 1));
}

/** Whether every event has its place. One of an earlier release is read from what came later, and so may change. */
export function hasPlaces({ events }: ListHistory): boolean {
  return events.filter(isListEvent).every((event) => event.event !== 'LISTED' || event.place !== undefined);
}
