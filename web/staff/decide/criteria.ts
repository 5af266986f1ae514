import { criteriaFor } from '#application/triage/against.ts';
import { shareInWords } from '#domain/notices/words.ts';
import type { Policy } from '#domain/service/policy.ts';
import { codeInWords } from '../../components/record/words.ts';

/** A criterion of the rules with the numbers of the policy; a code of a later release in plain words. */
export function criterionInWords(code: string, policy: Policy): string {
  return wordsOf(policy).get(code) ?? codeInWords(code);
}

/** The criteria on which a decision can rest, as radios. */
export function criterionChoices(policy: Policy, isUnanswered: boolean) {
  return criteriaFor(isUnanswered).map((code) => ({ code, name: criterionInWords(code, policy) }));
}

function wordsOf(policy: Policy): ReadonlyMap<string, string> {
  const share = shareInWords(policy.interventionMaxFraction);
  return new Map(
    Object.entries({
      AGREEMENT: 'Agreement: the parents agree and know the aims of Portage',
      AGE: `Age: up to ${policy.ageLimitYears} years on the day of the referral`,
      EVIDENCE: 'Evidence: a document about the child’s development',
      DELAY: `Development: a delay of at least ${shareInWords(policy.delayFraction)} of the age in ${policy.minAreas} areas`,
      OTHER_HELP: `Other help: no more than ${share} of a week of ${policy.interventionWeekHours} hours`,
      AVAILABILITY: 'Availability: the family can have a weekly home visit',
      INFORMATION_NOT_PROVIDED: 'Information not provided: the referrer did not answer the question in time',
      AREA: 'Area: the home is in the area of the service',
    }),
  );
}
