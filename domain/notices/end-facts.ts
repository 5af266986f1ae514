import type { Case } from '../case/case.ts';
import { endedAs } from '../case/ended-as.ts';
import { KEPT_MONTHS, keepsClock } from '../lists/inherit.ts';

/** How a case ended, as codes: why the child left a list, or why support was closed and which kind it was. No words and no name. */
export function endFacts(theCase: Case | undefined) {
  const { left, closed } = theCase ?? {};
  return {
    leftWhy: left?.why ?? null,
    /** `keptMonths`: for how long a new referral keeps the dates from before; null where it does not. */
    closed: closed
      ? { why: closed.why, pathway: closed.pathway, keptMonths: keepsClock(closed.why) ? KEPT_MONTHS : null }
      : null,
    endedAs: (theCase && endedAs(theCase)) ?? null,
  };
}
