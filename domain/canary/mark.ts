import type { Case } from '../case/case.ts';

/** The caller of every fictional referral that the canary sends. API keys have ids of ten characters, so no caller has this name. */
export const CANARY_CALLER = 'canary';

/**
 * Whether a referral is the canary's: about no child, sent by the service itself to see that the road is open. It stands in no
 * queue, list or number, and no member of staff hears of it.
 */
export function isCanary({ caller }: Pick<Case, 'caller'>): boolean {
  return caller === CANARY_CALLER;
}
