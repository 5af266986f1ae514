import type { AgendaItem } from '#application/meetings/read-agenda.ts';
import { type FamilyDeps, readFamily } from '#application/read-family.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { AccessStore, CaseStore } from '#domain/ports/stores.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { askedIn } from './question.ts';
import { summaryOf } from './summary.ts';

export interface SummaryDeps extends FamilyDeps {
  readonly cases: Pick<CaseStore, 'readCase' | 'readCheck'>;
  readonly access: Pick<AccessStore, 'recordReading'>;
  readonly policy: Policy;
}

/** What the readings of summaries are called. */
export type SummaryReading = 'PACK' | 'SUMMARY' | 'DOWNTIME_PACK';

/** The summary of one child on an agenda, or null where there is none. The reading is written down before it is shown. */
export async function readSummary(
  { referrals, cases, access, policy, now }: SummaryDeps,
  by: Actor,
  { reference, taskId, theCase, isWaiting, waitingUntil }: AgendaItem,
  what: SummaryReading,
) {
  const [stored, check] = await Promise.all([
    referrals.readReferral(reference),
    cases.readCheck(reference, theCase.checks),
    access.recordReading({ reference, at: now(), by, what, taskId }),
  ]);
  if (!stored) return null;
  const facts = await readFamily({ cases, referrals, now }, theCase, addresseesOf(stored.body));
  const summary = summaryOf({ theCase, stored, check }, policy, londonDateOf(now()), facts);
  return (
    summary && { ...summary, asked: askedIn(theCase, { isWaiting, waitingUntil }, mayShow('TYPED', 'PAPER', facts)) }
  );
}
