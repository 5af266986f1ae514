import type { Actor } from '../people/actor.ts';
import { type ClosingGate, closingChecked, type NewClosingEvent } from '../support/closing-gate.ts';
import { londonDateOf, londonInstant } from '../values/dates.ts';
import type { Band } from './band.ts';
import type { GatedWhy, OtherWhy } from './closing-whys.ts';
import { isSameList, type ListEntry, type ListName } from './entry.ts';
import type { ContactBefore, DateOfList, NewListEvent } from './list-events.ts';
import { ordered, placeOf, referredAtOf } from './place.ts';

/** A place as it becomes, with the events that say so; without an entry the child leaves the lists. */
export interface EntryChange {
  readonly entry: ListEntry | null;
  readonly events: readonly (NewListEvent | NewClosingEvent)[];
}

/**
 * Works out a change of a place; undefined leaves it as it is. It may be asked again, after a lost race. `at`: the instant that its
 * events bear, which stands with the place too.
 */
export type ChangeOfEntry = (
  entry: ListEntry,
  reference: string,
  booked?: Booked,
  at?: string,
) => EntryChange | undefined;

/** The initial assessment that is booked for the child, by the number of its booking. */
export interface Booked {
  readonly n: number;
}

/** Who changes a place, when and why in their words; blank where no reason is needed. */
export interface Because {
  readonly by: Actor;
  readonly now: string;
  readonly reason: string;
  /** People are told of it by a letter of its own. */
  readonly isTold?: true;
}

/** What was changed of a list, where the family waits for the same in another town. */
export const TOWN = 'TOWN';

const said = ({ reason }: Because) => (reason === '' ? {} : { text: reason });
const done = ({ by, now }: Because, what: NewListEvent['event'], at = now) => ({ changed: { what, at, by } });
/** The same of what the family and the referrer are told. */
const toTell = ({ by, now, isTold }: Because, what: NewListEvent['event'], at = now) => ({
  changed: { what, at, by, ...(isTold ? {} : { toTell: at }) },
});

/** The band as a person confirms it. Nothing where one was confirmed before. */
export function confirmingBand(band: Band, because: Because): ChangeOfEntry {
  return (entry, reference, _booked, at) => {
    if (entry.band !== null) return undefined;
    const confirmed = { ...entry, band, ...done(because, 'BAND_CONFIRMED', at) };
    const next = ordered(confirmed, referredAtOf(entry), reference);
    const { by } = because;
    return { entry: next, events: [{ event: 'BAND_CONFIRMED', by, band, place: placeOf(next), ...said(because) }] };
  };
}

/** Another band than the one that was confirmed, or than the one that is suggested. Nothing where it stands already. */
export function changingBand(band: Band, because: Because): ChangeOfEntry {
  return (entry, reference, booked, at) => {
    if (entry.band === null) return confirmingBand(band, because)(entry, reference, booked, at);
    if (entry.band === band) return undefined;
    const next = ordered({ ...entry, band, ...done(because, 'BAND_CHANGED', at) }, referredAtOf(entry), reference);
    const { by } = because;
    return { entry: next, events: [{ event: 'BAND_CHANGED', by, band, place: placeOf(next), ...said(because) }] };
  };
}

/** Passed over at offers from now on, as the family wishes; the place stays. Nothing where the same hold stands. */
export function holding(until: string | undefined, because: Because): ChangeOfEntry {
  return (entry, _reference, _booked, at = because.now) => {
    if (entry.hold && entry.hold.until === until) return undefined;
    const { by } = because;
    const day = until === undefined ? {} : { until };
    const next = {
      ...entry,
      hold: { since: entry.hold?.since ?? at, by, ...day },
      ...toTell(because, 'LIST_HELD', at),
    };
    return { entry: next, events: [{ event: 'LIST_HELD', by, ...day, place: placeOf(next), ...said(because) }] };
  };
}

/** Offered again from now on. Nothing where no hold stands. */
export function endingHold(because: Because): ChangeOfEntry {
  return ({ hold, ...entry }, _reference, _booked, at) => {
    if (!hold) return undefined;
    const next = { ...entry, ...toTell(because, 'LIST_HOLD_ENDED', at) };
    return {
      entry: next,
      events: [{ event: 'LIST_HOLD_ENDED', by: because.by, place: placeOf(next), ...said(because) }],
    };
  };
}

/** On another list, with every date as it was. Nothing where the child is on it. */
export function moving(to: ListName, because: Because): ChangeOfEntry {
  return (entry, _reference, _booked, at) => {
    if (isSameList(entry, to)) return undefined;
    const { pathway, locality } = to;
    const { changed } = toTell(because, 'LIST_MOVED', at);
    // In another town the family waits for the same: no one writes in which.
    const which = pathway === entry.pathway ? { which: TOWN } : {};
    const next = { ...entry, pathway, locality, changed: { ...changed, ...which } };
    const places = { from: placeOf(entry), place: placeOf(next) };
    return { entry: next, events: [{ event: 'LIST_MOVED', by: because.by, ...places, ...said(because) }] };
  };
}

/**
 * Why a person cannot move this place, as a code; undefined where they can. OFFERED: the family has an offer, open or accepted, of
 * where they wait now. BOOKED: an initial assessment is booked, and no one has said that it still fits there. `fits`: its number, as
 * a person confirmed it.
 */
export function whyNotMoved(
  { offered, pathway }: Pick<ListEntry, 'offered' | 'pathway'>,
  to: string,
  booked: Booked | undefined,
  fits: string,
): 'OFFERED' | 'BOOKED' | undefined {
  if (offered !== undefined) return 'OFFERED';
  if (!booked) return undefined;
  return to === pathway && fits === `${booked.n}` ? undefined : 'BOOKED';
}

/** One of the three dates of a place as a person corrects it. The other two stay. Nothing where it stands already. */
export function movingDate(which: DateOfList, to: string, because: Because): ChangeOfEntry {
  return (entry, reference, _booked, at) => {
    const from = dateOf(entry, which);
    if (from === to) return undefined;
    const referredAt = which === 'REFERRAL' ? londonInstant(to, '00:00') : referredAtOf(entry);
    const dates = which === 'TARGET' ? { targetOn: to } : which === 'LIST' ? { listedOn: to } : {};
    const { changed } = toTell(because, 'DATE_MOVED', at);
    const next = ordered({ ...entry, ...dates, changed: { ...changed, which } }, referredAt, reference);
    const moved = { which, from, to, place: placeOf(next) };
    return { entry: next, events: [{ event: 'DATE_MOVED', by: because.by, ...moved, ...said(because) }] };
  };
}

/** One of the three dates of a place, as people see it. A place of an earlier release has no list date: it was accepted then. */
export function dateOf(entry: ListEntry, which: DateOfList): string {
  if (which === 'TARGET') return entry.targetOn;
  return which === 'LIST' ? (entry.listedOn ?? entry.acceptedOn) : londonDateOf(referredAtOf(entry));
}

/** Why a child leaves the lists. A reason that lets a child go unseen needs what passed the closing gate. */
export type Leaving =
  | { readonly why: GatedWhy; readonly gate: ClosingGate }
  | { readonly why: OtherWhy; readonly gate?: ClosingGate | undefined };

/** Off the lists, as a person decided after contact with the family; without contact only what the machine ends. */
export function takingOff({ why, gate }: Leaving, because: Because, contact?: ContactBefore): ChangeOfEntry {
  const { by } = because;
  const checked = gate ? [closingChecked(gate, by)] : [];
  return (entry) => {
    const left = { why, from: placeOf(entry), ...(contact ? { contact } : {}) };
    return { entry: null, events: [{ event: 'LIST_LEFT', by, ...left, ...said(because) }, ...checked] };
  };
}
