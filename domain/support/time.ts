import type { Policy } from '../service/policy.ts';
import { addDays, londonDateOf, plusMinutes } from '../values/dates.ts';
import { nextWorkingDay, workingMorning, workingMorningAfter } from '../values/working-days.ts';
import type { Offer } from './offer.ts';
import { openOffer, type Support, type SupportWait } from './support.ts';

/**
 * How old an execution gets, in days, before a fresh one takes over. Step Functions ends a standard execution after a year.
 * Source: local choice, below the 300 days of the design.
 */
const LONGEST_RUN_DAYS = 280;

/** A wait may end this much before its due instant by the clock of the service and still count as over. */
const EARLY_MINUTES = 5;

/** Whether this instant has come, give or take what clocks differ by. */
export function hasCome(at: string, now: string): boolean {
  return at <= plusMinutes(now, EARLY_MINUTES);
}

/** The last day of which every hour is in time for an answer; `from`: since when the family can answer. */
export function answerBy(from: string, policy: Policy): string {
  return londonDateOf(workingMorningAfter(from, policy.offerAnswerDays, policy));
}

/** When the family is reminded, and when the offer goes to the next child. */
export function offerTimes(from: string, policy: Policy): { readonly remindAt: string; readonly closesAt: string } {
  const closesAt = workingMorning(nextWorkingDay(answerBy(from, policy), policy), policy);
  return { remindAt: workingMorningAfter(from, policy.offerReminderDays, policy), closesAt };
}

/** The instant by which the present execution must hand over. */
export function runEndsAt({ runAt, updatedAt }: Pick<Support, 'runAt' | 'updatedAt'>): string {
  return plusMinutes(runAt ?? updatedAt, LONGEST_RUN_DAYS * 24 * 60);
}

/**
 * When a wait that begins now ends. `from`: since when the family can answer; undefined where they cannot yet, or no deadline
 * runs: then the service looks again on the next working morning.
 */
export function waitEndsAt(
  support: Support,
  kind: SupportWait,
  now: string,
  from: string | undefined,
  policy: Policy,
): string {
  const latest = runEndsAt(support);
  const offer = openOffer(support);
  if (kind !== 'OFFER' || !offer) return latest;
  return [nextStep(offer, now, from, policy), latest].sort()[0] ?? latest;
}

function nextStep(offer: Offer, now: string, from: string | undefined, policy: Policy): string {
  if (from === undefined || offer.callAskedAt !== undefined) return workingMorningAfter(now, 1, policy);
  const { remindAt, closesAt } = offerTimes(from, policy);
  return offer.remindedAt === undefined && remindAt < closesAt && remindAt > now ? remindAt : closesAt;
}

/** The last day before which a family that answered "later" is not offered anything again. */
export function laterUntil(now: string, policy: Policy): string {
  return addDays(londonDateOf(now), policy.offerLaterDays);
}
