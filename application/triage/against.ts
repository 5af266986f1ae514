import { endsHere, putsOnList } from '#domain/case/decide.ts';
import { INFORMATION_NOT_PROVIDED } from '#domain/case/questioned.ts';
import { criterionCodes } from '#domain/rules/criteria.ts';

/**
 * Whether an outcome of triage goes against what the checks recommend; null where they recommend nothing, or the outcome
 * decides nothing yet.
 */
export function isAgainst(outcome: string, recommendation: string | null): boolean | null {
  if (recommendation !== 'ELIGIBLE' && recommendation !== 'LIKELY_INELIGIBLE') return null;
  if (putsOnList(outcome)) return recommendation === 'LIKELY_INELIGIBLE';
  return endsHere(outcome) ? recommendation === 'ELIGIBLE' : null;
}

/**
 * Whether an outcome goes against the child, so that it must name the criterion that it rests on: every decline, and a
 * redirect that the checks did not suggest.
 */
export function needsCriterion(outcome: string, recommendation: string | null): boolean {
  return outcome === 'DECLINE' || (outcome === 'REDIRECT' && recommendation !== 'LIKELY_INELIGIBLE');
}

/**
 * The criteria on which a decision can rest: those of the rules, and that a question was not answered in time where that is so.
 * Only a decline rests on that. No machine ever does.
 */
export function criteriaFor(isUnanswered: boolean, outcome = 'DECLINE'): readonly string[] {
  return isUnanswered && outcome === 'DECLINE' ? [...criterionCodes, INFORMATION_NOT_PROVIDED] : criterionCodes;
}
