import type { Case } from '../case/case.ts';

/** The caller of every fictional referral that the canary sends. API keys have ids of ten characters, so no caller has this name. */
export const CANARY_CALLER = 'canary';

/**
 * How long a referral of the canary is kept after it was sent, in days. Who looks into a walk that got stuck needs it for some
 * weeks, and no one needs it longer: it is about no child.
 */
export const CANARY_DAYS = 28;

/** So long after it was sent no step of its walk is awaited any more, in days. A walk takes one. */
export const WALK_DAYS = CANARY_DAYS - 1;

/**
 * Whether a referral is the canary's: about no child, sent by the service itself to see that the road is open. It stands in no
 * queue, list or number, and no member of staff hears of it.
 */
export function isCanary({ caller }: Pick<Case, 'caller'>): boolean {
  return caller === CANARY_CALLER;
}
