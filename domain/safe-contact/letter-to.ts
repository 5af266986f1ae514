import type { FamilyFacts } from './facts.ts';
import { PRINTED, readsOurs } from './reads.ts';
import { type Way, wayTo } from './way-to.ts';

/**
 * Where a printed letter to the adult at this place of the referral (from 0) goes, or the code of why none may. As `wayTo` by
 * post, and none in a format or a language that the service does not have: a person arranges that.
 */
export function letterTo(place: number, facts: FamilyFacts): Way {
  return readsOurs(facts, PRINTED) ? wayTo(place, 'POST', facts) : { forAPerson: 'OTHER_FORMAT' };
}
