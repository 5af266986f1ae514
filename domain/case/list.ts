import type { Band } from '../lists/band.ts';
import type { ListEntry } from '../lists/entry.ts';
import type { NewListEvent } from '../lists/list-events.ts';
import { ordered, placeOf, referredAtOf } from '../lists/place.ts';
import { targetDate } from '../lists/target.ts';
import { type Actor, MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { londonDateOf, londonInstant } from '../values/dates.ts';
import type { Case, Decision } from './case.ts';
import { applyChange } from './change.ts';
import type { ListPathway } from './codes.ts';
import { pathwayOf } from './decide.ts';
import { countingFrom } from './earlier.ts';
import { schoolOf } from './school-year.ts';

/** Where a child is to be listed, as the check and the referral say it. */
interface Whereabouts {
  readonly locality: string;
  readonly suggestedBand: Band | null;
  readonly broadAreas?: number | undefined;
  /** As it stands now. */
  readonly dob?: string | undefined;
}

/**
 * The case on the list of the pathway that people decided on, or undefined when it is not to be listed (again). The clock
 * of the target date starts on the local day of the decision. For who was on a list before, it goes on as it was.
 */
export function afterListing(
  theCase: Case,
  moment: Moment,
  whereabouts: Whereabouts,
  policy: Policy,
): Case | undefined {
  const pathway = pathwayOf(theCase.outcome);
  const decision = theCase.decisions.at(-1);
  if (theCase.next !== 'LIST' || !pathway || !decision) return undefined;
  const list = { ...listedAs(theCase, decision, whereabouts, policy), pathway, listedOn: listedOn(theCase, moment) };
  const { band } = list;
  const unconfirmed = ordered({ ...list, band: theCase.list?.band ?? null }, referredAtOf(list), theCase.reference);
  const entry = ordered(list, referredAtOf(list), theCase.reference);
  const isNew = band !== null && unconfirmed.band === null;
  const { earlier } = theCase;
  const inherited = earlier && countingFrom(earlier, moment)(entry, theCase.reference);
  return applyChange(
    theCase,
    moment,
    {
      list: inherited?.entry ?? entry,
      listedAt: theCase.listedAt ?? moment.now,
      ...schoolOf(theCase, whereabouts.dob, policy),
      status: 'ON_WAITING_LIST',
      next: 'NOTIFY',
      outbox: [],
    },
    listing(theCase, pathway, unconfirmed),
    ...(isNew ? [{ event: 'BAND_CONFIRMED', by: decision.by, band, place: placeOf(entry) } as const] : []),
    ...(inherited?.events ?? []),
  );
}

/** Who was on a list before keeps the date of that: the clock goes on. */
function listedOn({ list, left }: Case, { now }: Moment): string {
  const before = list ?? left?.place;
  return before ? (before.listedOn ?? before.acceptedOn) : londonDateOf(now);
}

function listedAs(
  theCase: Case,
  decision: Decision,
  { locality, suggestedBand, broadAreas }: Whereabouts,
  policy: Policy,
) {
  const before = theCase.list ?? theCase.left?.place;
  const acceptedOn = before?.acceptedOn ?? acceptedOnBy(decision, theCase);
  return {
    locality: decision.list?.locality ?? locality,
    ...{ acceptedOn, targetOn: before?.targetOn ?? targetDate(acceptedOn, policy) },
    ...{ suggestedBand, band: theCase.list?.band ?? decision.band ?? null, order: '' },
    referredAt:
      [before?.referredAt, referredAt(theCase)].filter((at) => at !== undefined).sort()[0] ?? theCase.receivedAt,
    ...(broadAreas === undefined ? {} : { broadAreas }),
  };
}

/**
 * The local date on which a decision accepted a child: that of its meeting, also where it was entered days later, so that no family waits
 * longer for that. A meeting before the referral cannot have been about it.
 */
function acceptedOnBy({ decidedAt, meeting }: Decision, { referralOn }: Case): string {
  const entered = londonDateOf(decidedAt);
  return meeting && meeting.on >= referralOn && meeting.on < entered ? meeting.on : entered;
}

/** Who was on a list before has returned, or moved; anyone else has joined. */
function listing({ list, left }: Case, pathway: ListPathway, entry: ListEntry): NewListEvent {
  const place = placeOf(entry);
  if (list) return { event: 'LIST_MOVED', by: MACHINE, from: placeOf(list), place };
  return left ? { event: 'LIST_RETURNED', by: MACHINE, place } : { event: 'LISTED', by: MACHINE, pathway, place };
}

/** What changes where a child leaves the lists, and its event; nothing for a case that is on none. */
export function leaving(
  { list }: Case,
  { now }: Moment,
  { why, by, text }: { readonly why: NonNullable<Case['left']>['why']; readonly by: Actor; readonly text?: string },
): { readonly patch: Partial<Pick<Case, 'list' | 'left'>>; readonly events: readonly NewListEvent[] } {
  if (!list) return { patch: {}, events: [] };
  const from = placeOf(list);
  const said = text === undefined ? {} : { text };
  return {
    patch: { list: null, left: { at: now, by, why, place: from } },
    events: [{ event: 'LIST_LEFT', by, why, from, ...said }],
  };
}

/** When the child was first referred, by this referral or by one that was joined to it. */
export function referredAt(theCase: Case): string {
  const [first = theCase.receivedAt] = [theCase, ...(theCase.joined ?? [])].map(arrivedAt).sort();
  return first;
}

/** One that was entered later than it came counts from the morning of the day on which it came: no one noted the hour. */
function arrivedAt({ receivedAt, referralOn }: Pick<Case, 'receivedAt' | 'referralOn'>): string {
  return referralOn < londonDateOf(receivedAt) ? londonInstant(referralOn, '00:00') : receivedAt;
}
