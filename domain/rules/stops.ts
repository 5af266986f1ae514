import type { Problem } from '../problems/rules.ts';
import type { Finding } from './finding.ts';

/** The stop for a child who is said to be at immediate risk (RULES, risk). */
export const riskStop: Finding = {
  rule: 'risk',
  code: 'IMMEDIATE_RISK_DECLARED',
  shownAs: 'reason',
  value: 'immediate risk declared, no emergency call recorded',
  threshold: 'no immediate risk, or an emergency call recorded',
  source: 'local choice',
  reference: 'A form must not stand between a child in danger and the people who can act now.',
  sentence:
    'You told us the child is at immediate risk. Call the emergency numbers now. This form has not called anyone.',
  effect: 'STOP',
};

/** The hold for a child whose NHS number and date of birth are those of an open case (RULES, duplicate). */
export const duplicateHold: Finding = {
  rule: 'duplicate',
  code: 'SAME_NHS_NUMBER_AND_DOB',
  shownAs: 'reason',
  value: 'same NHS number and date of birth',
  threshold: 'no open case of the same child',
  source: 'local choice',
  reference: 'Two referrals of one child are for a person to bring together.',
  sentence: 'There is already an open referral with the same NHS number and date of birth.',
  effect: 'HOLD',
};

const named = ['NHS_NUMBER_CHECK_DIGIT', 'POSTCODE_FORMAT', 'NOT_YET_BORN'];

/** The problems of an invalid referral with, as reasons, those of their codes that RULES name; any other has its path. */
export function stoppedCodes(problems: readonly Problem[]) {
  return { reasons: named.filter((code) => problems.some((problem) => problem.code === code)), problems };
}
