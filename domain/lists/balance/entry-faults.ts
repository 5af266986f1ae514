import { brokenAt } from '../../process/history.ts';
import { canonicalJson } from '../../values/hash.ts';
import { TOWN } from '../change-place.ts';
import { resetsOf } from '../clock.ts';
import type { ListEntry, Place } from '../entry.ts';
import { isListEvent, type ListEvent } from '../list-events.ts';
import { placeOf } from '../place.ts';
import { hasPlaces, stepsOf } from '../replay.ts';
import { entryOf, historyOf, type StoredChild } from './child.ts';
import type { Fault } from './findings.ts';

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);

/** Everything of a place that must survive, as one text: what a later release adds to it is passed over. */
export function textOfPlace(place: Place): string {
  const { pathway, locality, acceptedOn, targetOn, suggestedBand, band, order, referredAt, listedOn, held } = place;
  return canonicalJson({
    ...{ pathway, locality, acceptedOn, targetOn, suggestedBand, band, order, referredAt, listedOn, held },
  });
}

/**
 * How what is stored of a place differs from the events that led to it. The events themselves are held against their hashes. So
 * no part of a place can be altered or deleted without its events, and no event without the rest of them.
 */
export function entryFaults(child: StoredChild): Fault[] {
  const { theCase, support } = child;
  const isBroken = brokenAt(theCase.history) !== undefined || (support && brokenAt(support.history) !== undefined);
  const [history, entry] = [historyOf(child), entryOf(child)];
  const place = stepsOf(history).at(-1)?.after ?? null;
  return [
    ...(isBroken ? (['HISTORY_BROKEN'] as const) : []),
    ...placeFaults(entry, place),
    ...(entry && place && !isBacked(entry, history.events) ? (['ENTRY_DIFFERS'] as const) : []),
    ...(entry?.referredAt === undefined && entry && hasPlaces(history) ? (['ENTRY_DIFFERS'] as const) : []),
    ...(resetsOf(history).length > 0 ? (['CLOCK_RESET'] as const) : []),
    ...(theCase.list !== null && theCase.status !== 'ON_WAITING_LIST' ? (['ENTRY_DIFFERS'] as const) : []),
    ...(isLeftRight(child) ? [] : (['LEFT_DIFFERS'] as const)),
    ...(support === undefined && hasPassedOn(child) ? (['SUPPORT_GONE'] as const) : []),
  ].filter((fault, index, all) => all.indexOf(fault) === index);
}

function placeFaults(entry: ListEntry | null, place: Place | null): Fault[] {
  if (!entry) return place ? ['ENTRY_MISSING'] : [];
  if (!place) return ['ENTRY_WITHOUT_EVENT'];
  return textOfPlace(placeOf(entry)) === textOfPlace(place) ? [] : ['ENTRY_DIFFERS'];
}

/** What stands beside the place itself: who holds it and until when, and who changed it last, each as some event has it. */
function isBacked(
  { hold, changed }: ListEntry,
  events: readonly { event: string; at: string; by?: unknown }[],
): boolean {
  const holds = events.filter(isListEvent).filter(({ event }) => event === 'LIST_HELD');
  const last = holds.at(-1);
  const isHold =
    !hold ||
    (last?.event === 'LIST_HELD' &&
      last.until === hold.until &&
      same(last.by, hold.by) &&
      holds.some(({ at }) => at === hold.since));
  const isChange = (one: { event: string; at: string; by?: unknown }) =>
    one.event === changed?.what && one.at === changed.at && same(one.by, changed.by) && isWhich(one, changed.which);
  const isOwed = changed?.toTell === undefined || changed.toTell === changed.at;
  return isHold && isOwed && (!changed || events.some(isChange));
}

/** Whether a change was of this date, or of the town alone. Absent in an earlier release, and where it was of neither. */
function isWhich(event: { readonly event: string; readonly at: string }, which: string | undefined): boolean {
  if (which === undefined) return true;
  if (!isListEvent(event)) return false;
  if (event.event === 'DATE_MOVED') return event.which === which;
  return event.event === 'LIST_MOVED' && which === TOWN && event.from?.pathway === event.place.pathway;
}

/** What is kept of the last place of a child who left the lists is what the event of that says. */
function isLeftRight({ theCase: { left, history } }: StoredChild): boolean {
  const event = history.findLast(
    (one): one is Extract<ListEvent, { event: 'LIST_LEFT' }> & typeof one => one.event === 'LIST_LEFT',
  );
  if (!event) return true;
  const { why, from, at, by } = event;
  return (
    left !== undefined &&
    same({ why, place: from, at, by }, { why: left.why, place: left.place, at: left.at, by: left.by })
  );
}

function hasPassedOn({ theCase: { status, history } }: StoredChild): boolean {
  return status === 'IN_SUPPORT' || history.some(({ event }) => event === 'TO_SUPPORT');
}
