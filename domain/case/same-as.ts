import type { Decision } from './case.ts';

/** The outcome of a task with which a referral ends as a duplicate: of one that is held, and of one that triage found. */
export const SAME_CHILD = 'CONFIRMED_DUPLICATE';

/** The referral that continues for the same child, by a decision of triage; undefined of any other decision. */
export function sameAs(decision: Pick<Decision, 'outcome' | 'sameAs'> | undefined): string | undefined {
  return decision?.outcome === SAME_CHILD ? decision.sameAs : undefined;
}
