import type { Band } from '../lists/band.ts';
import { orderKey } from '../lists/order.ts';
import { targetDate } from '../lists/target.ts';
import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { londonDateOf, londonInstant } from '../values/dates.ts';
import type { Case, Decision, ListEntry } from './case.ts';
import { applyChange } from './change.ts';
import { pathwayOf } from './decide.ts';
import type { NewEvent } from './event.ts';

/**
 * The case on the list of the pathway that people decided on, or undefined when it is not to be listed (again). The clock
 * of the target date starts on the local day of the decision.
 */
export function afterListing(
  theCase: Case,
  moment: Moment,
  place: { locality: string; suggestedBand: Band | null },
  policy: Policy,
): Case | undefined {
  const pathway = pathwayOf(theCase.outcome);
  const decision = theCase.decisions.at(-1);
  if (theCase.next !== 'LIST' || !pathway || !decision) return undefined;
  const acceptedOn = londonDateOf(decision.decidedAt);
  const targetOn = targetDate(acceptedOn, policy);
  const { reference } = theCase;
  const band = theCase.list?.band ?? decision.band ?? null;
  const confirmed = bandEvents(theCase, decision);
  const order = orderKey({ band: band ?? place.suggestedBand, targetOn, referredAt: referredAt(theCase), reference });
  const list = {
    pathway,
    locality: decision.list?.locality ?? place.locality,
    acceptedOn,
    targetOn,
    suggestedBand: place.suggestedBand,
    band,
    order,
  };
  return applyChange(
    theCase,
    moment,
    { list, listedAt: theCase.listedAt ?? moment.now, status: 'ON_WAITING_LIST', next: 'NOTIFY', outbox: [] },
    { event: 'LISTED', by: MACHINE, pathway },
    ...confirmed,
  );
}

/** Who decided confirmed the band with it, unless someone had before. */
function bandEvents({ list }: Case, { band, by }: Decision): NewEvent[] {
  return band === undefined || (list?.band ?? null) !== null ? [] : [{ event: 'BAND_CONFIRMED', by, band }];
}

/** The place on a list again, where the case has become one that was referred earlier. */
export function reordered(theCase: Case, list: ListEntry): ListEntry {
  const { band, suggestedBand, targetOn } = list;
  const { reference } = theCase;
  return {
    ...list,
    order: orderKey({ band: band ?? suggestedBand, targetOn, referredAt: referredAt(theCase), reference }),
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
