import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import type { SuspicionOutcome } from './codes.ts';

/**
 * True of a case that looks as if no person sent it, until a member of staff clears it. Until then no email goes to its
 * referrer.
 */
export function isSuspicious({ suspicion }: Pick<Case, 'suspicion'>): boolean {
  return suspicion === 'STANDS';
}

/** The suspicious case held for a person, before anything is worked out or anyone but the team is written to. */
export function quarantined(theCase: Case, moment: Moment): Case {
  return applyChange(theCase, moment, { next: 'QUARANTINE', outbox: [] }, { event: 'HELD_AS_SUSPICIOUS', by: MACHINE });
}

/** What follows from what a person said: the road of every referral from its beginning, or the end, of which no one is told. */
export function suspicionEffect(outcome: SuspicionOutcome): Pick<Case, 'status' | 'next' | 'outcome' | 'suspicion'> {
  if (outcome === 'NOT_A_REFERRAL') {
    return { status: 'NOT_ACCEPTED', next: 'NOTIFY', outcome, suspicion: 'STANDS' };
  }
  return { status: 'RECEIVED', next: 'VALIDATE', outcome: null, suspicion: 'CLEARED' };
}
