import type { Actor } from '../people/actor.ts';
import { plainDate } from '../values/dates.ts';
import type { Capacity, CapacityEvent, ClosedDay, Group, Practitioner, Term, VisitSlot } from './capacity-record.ts';
import { closedInWords, groupInWords, slotInWords } from './capacity-words.ts';

/** When it is changed, and by whom. */
export interface CapacityMoment {
  readonly now: string;
  readonly by: Actor;
}

/** Why a change is not made. CHANGED: someone changed it after it was shown. SLOT_CLASHES: they visit someone else then. */
export interface CapacityRefusal {
  readonly refused:
    | 'PRACTITIONER_KNOWN'
    | 'UNKNOWN_PRACTITIONER'
    | 'HAS_SLOTS'
    | 'SLOT_CLASHES'
    | 'UNKNOWN_SLOT'
    | 'UNKNOWN_GROUP'
    | 'TERM_OVERLAPS'
    | 'UNKNOWN_TERM'
    | 'DAY_KNOWN'
    | 'UNKNOWN_DAY'
    | 'CHANGED';
}

export type CapacityChange = Capacity | CapacityRefusal;

type Where = Pick<Practitioner, 'person' | 'locality'>;
type Patch = Partial<Pick<Capacity, 'practitioners' | 'groups' | 'terms' | 'closedOn' | 'loneWorking'>>;

const isAt = (where: Where) => (one: Where) => one.person === where.person && one.locality === where.locality;
const days = ({ name, from, to }: Term) => `${name}, ${plainDate(from)} to ${plainDate(to)}`;

/** With someone who visits in this area, without a slot at first. */
export function practitionerAdded(now: Capacity, moment: CapacityMoment, where: Where): CapacityChange {
  if (now.practitioners.some(isAt(where))) return { refused: 'PRACTITIONER_KNOWN' };
  const practitioners = [...now.practitioners, { ...where, slots: [] }];
  const event = { what: 'PRACTITIONER_ADDED', person: where.person, to: where.locality } as const;
  return next(now, moment, { practitioners }, event);
}

/** Without someone who never had a slot here: slots that were are kept, because offers name them. */
export function practitionerRemoved(now: Capacity, moment: CapacityMoment, where: Where): CapacityChange {
  const found = now.practitioners.find(isAt(where));
  if (!found) return { refused: 'UNKNOWN_PRACTITIONER' };
  if (found.slots.length > 0) return { refused: 'HAS_SLOTS' };
  const practitioners = now.practitioners.filter((one) => one !== found);
  const event = { what: 'PRACTITIONER_REMOVED', person: where.person, from: where.locality } as const;
  return next(now, moment, { practitioners }, event);
}

/** With these weekly visits too. No one visits two families on one day at one time, in whichever area. */
export function slotsAdded(
  now: Capacity,
  moment: CapacityMoment,
  where: Where,
  added: readonly VisitSlot[],
): CapacityChange {
  if (!now.practitioners.some(isAt(where))) return { refused: 'UNKNOWN_PRACTITIONER' };
  const theirs = now.practitioners.filter(({ person }) => person === where.person).flatMap(({ slots }) => slots);
  if (added.some((slot, n) => [...theirs, ...added.slice(0, n)].some((other) => clash(slot, other)))) {
    return { refused: 'SLOT_CLASHES' };
  }
  const practitioners = now.practitioners.map((one) =>
    isAt(where)(one) ? { ...one, slots: [...one.slots, ...added] } : one,
  );
  const to = added.map(slotInWords).join('; ');
  return next(now, moment, { practitioners }, { what: 'SLOTS_ADDED', person: where.person, to });
}

/** With a last day for this weekly visit. It is kept, because offers name it. */
export function slotEnded(now: Capacity, moment: CapacityMoment, id: string, until: string): CapacityChange {
  const found = now.practitioners.find(({ slots }) => slots.some((slot) => slot.id === id));
  if (!found) return { refused: 'UNKNOWN_SLOT' };
  const slots = found.slots.map((slot) => (slot.id === id ? { ...slot, until } : slot));
  const practitioners = now.practitioners.map((one) => (one === found ? { ...one, slots } : one));
  const to = slots.filter((slot) => slot.id === id).map(slotInWords);
  const event = { what: 'SLOT_ENDED', person: found.person, to: to.join('') } as const;
  return next(now, moment, { practitioners }, event);
}

/** With this group too. Its id is new. */
export function groupAdded(now: Capacity, moment: CapacityMoment, group: Group): CapacityChange {
  return next(now, moment, { groups: [...now.groups, group] }, { what: 'GROUP_ADDED', to: groupInWords(group) });
}

/** The group as it is said to be from now on. Of fewer places, those with the highest numbers are gone. */
export function groupChanged(now: Capacity, moment: CapacityMoment, group: Group): CapacityChange {
  const before = now.groups.find(({ id }) => id === group.id);
  if (!before) return { refused: 'UNKNOWN_GROUP' };
  const { until: _until, facts: _facts, most: _most, ...kept } = before;
  const most = Math.max(before.most ?? before.places, group.places);
  const after = { ...kept, ...group, ...(most > group.places ? { most } : {}) };
  const groups = now.groups.map((one) => (one === before ? after : one));
  const event = { what: 'GROUP_CHANGED', from: groupInWords(before), to: groupInWords(group) } as const;
  return next(now, moment, { groups }, event);
}

/** With this term, in order of the dates. No two terms share a day. */
export function termAdded(now: Capacity, moment: CapacityMoment, term: Term): CapacityChange {
  if (now.terms.some(({ from, to }) => from <= term.to && term.from <= to)) return { refused: 'TERM_OVERLAPS' };
  const terms = [...now.terms, term].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return next(now, moment, { terms }, { what: 'TERM_ADDED', to: days(term) });
}

/** Without the term that begins on this day. */
export function termRemoved(now: Capacity, moment: CapacityMoment, from: string): CapacityChange {
  const found = now.terms.find((term) => term.from === from);
  if (!found) return { refused: 'UNKNOWN_TERM' };
  const terms = now.terms.filter((term) => term !== found);
  return next(now, moment, { terms }, { what: 'TERM_REMOVED', from: days(found) });
}

/** With a day on which no visit and no group takes place, in order of the dates. */
export function closedDayAdded(now: Capacity, moment: CapacityMoment, day: ClosedDay): CapacityChange {
  if (now.closedOn.some(({ on }) => on === day.on)) return { refused: 'DAY_KNOWN' };
  const closedOn = [...now.closedOn, day].toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return next(now, moment, { closedOn }, { what: 'CLOSED_DAY_ADDED', to: closedInWords(day) });
}

/** Without this closed day. */
export function closedDayRemoved(now: Capacity, moment: CapacityMoment, on: string): CapacityChange {
  const found = now.closedOn.find((day) => day.on === on);
  if (!found) return { refused: 'UNKNOWN_DAY' };
  const closedOn = now.closedOn.filter((day) => day !== found);
  return next(now, moment, { closedOn }, { what: 'CLOSED_DAY_REMOVED', from: closedInWords(found) });
}

/** With the number of the council's lone-working service, as practitioners read it beside their visits. */
export function loneWorkingChanged(now: Capacity, moment: CapacityMoment, phone: string): CapacityChange {
  const from = now.loneWorking ? { from: now.loneWorking.phone } : {};
  const event = { what: 'LONE_WORKING_CHANGED', ...from, to: phone } as const;
  return next(now, moment, { loneWorking: { ...now.loneWorking, phone } }, event);
}

/** Whether two weekly visits are at the same time on a date that both reach. */
function clash(a: VisitSlot, b: VisitSlot): boolean {
  const overlap = (a.until ?? b.from) >= b.from && (b.until ?? a.from) >= a.from;
  return a.day === b.day && a.at === b.at && overlap;
}

function next(
  current: Capacity,
  { now, by }: CapacityMoment,
  patch: Patch,
  event: Omit<CapacityEvent, 'at' | 'by'>,
): Capacity {
  const history = [...current.history, { at: now, by, ...event }];
  return { ...current, ...patch, version: current.version + 1, history };
}
