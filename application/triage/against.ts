/** The outcomes that put the child on a list. */
const TAKEN = ['ACCEPT_INITIAL_ASSESSMENT', 'INVITE_GROUP', 'INVITE_LITTLE_TREASURES'];
/** The outcomes by which the child is not taken here. */
const NOT_TAKEN = ['REDIRECT', 'DECLINE'];

/**
 * Whether an outcome of triage goes against what the checks recommend; null where they recommend nothing, or the outcome
 * decides nothing yet.
 */
export function isAgainst(outcome: string, recommendation: string | null): boolean | null {
  if (recommendation !== 'ELIGIBLE' && recommendation !== 'LIKELY_INELIGIBLE') return null;
  if (TAKEN.includes(outcome)) return recommendation === 'LIKELY_INELIGIBLE';
  return NOT_TAKEN.includes(outcome) ? recommendation === 'ELIGIBLE' : null;
}

/**
 * Whether an outcome goes against the child, so that it must name the criterion that it rests on: every decline, and a
 * redirect that the checks did not suggest.
 */
export function needsCriterion(outcome: string, recommendation: string | null): boolean {
  return outcome === 'DECLINE' || (outcome === 'REDIRECT' && recommendation !== 'LIKELY_INELIGIBLE');
}
