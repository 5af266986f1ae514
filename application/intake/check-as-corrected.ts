import { withAnswers } from '#domain/case/answered-referral.ts';
import type { Case } from '#domain/case/case.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import type { Policy } from '#domain/service/policy.ts';
import { workOutCheck } from './work-out-check.ts';

/**
 * What the rules say of a checked referral with the date of birth that staff corrected since. Its documents stand as the check
 * found them. Undefined where nothing was corrected since. It is for people to read: it is not stored, and decides nothing.
 */
export function checkAsCorrected(
  { theCase, stored, check }: { theCase: Case; stored: StoredReferral; check: StoredCheck | undefined },
  policy: Policy,
): StoredCheck | undefined {
  const correction = theCase.birthDates?.at(-1);
  if (!correction || !check || check.at >= correction.at) return undefined;
  const referral = referralIn(stored);
  if (!referral) return undefined;
  const { evidence, earlyHelpAssessment } = check;
  const facts = {
    theCase: { ...theCase, checks: check.n - 1 },
    referral: withAnswers(referral, theCase),
    documents: { evidence, ...(earlyHelpAssessment && { earlyHelpAssessment }) },
    isDuplicate: check.outcome === 'POSSIBLE_DUPLICATE' && !theCase.duplicateCleared,
    moment: { now: check.at, policyVersion: policy.version },
  };
  return workOutCheck(facts, policy);
}
