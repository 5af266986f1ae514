import { type Assessment, assess } from '#domain/rules/assessment.ts';
import type { Finding } from '#domain/rules/finding.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { typedReferral } from './typed-referral.ts';

type TypedReferral = ReturnType<typeof typedReferral>['referral'];

/** What the rules say of everything together, and how they end. */
export interface Verdict {
  /** Every finding, including those that a stop would hide. */
  readonly findings: readonly Finding[];
  readonly stops: readonly Finding[];
  /** The last assessment that could be made. */
  readonly last: Assessment;
}

/**
 * Lists everything that a referrer can correct, in one answer. A stop hides the rules after it, so what stopped is taken as
 * corrected and `assess` runs again. It adds no rules of its own.
 */
export function assessAll(referral: TypedReferral, on: string, policy: Policy): Verdict {
  const last = assess(referral, on, policy);
  const repaired = repair(referral, last.outcome, policy);
  if (!repaired)
    return { findings: last.findings, stops: last.findings.filter(({ effect }) => effect === 'STOP'), last };
  const rest = assessAll(repaired, on, policy);
  return { findings: [...last.findings, ...rest.findings], stops: [...last.findings, ...rest.stops], last: rest.last };
}

function repair(referral: TypedReferral, outcome: Assessment['outcome'], policy: Policy): TypedReferral | undefined {
  if (outcome === 'NOT_ACCEPTED_NO_CONSENT') {
    return { ...referral, consent: { parentAgreesToReferral: true, parentUnderstandsAims: true } };
  }
  const type = policy.acceptedEvidence[0];
  if (outcome !== 'NOT_ACCEPTED_NO_EVIDENCE' || type === undefined) return undefined;
  return { ...referral, evidence: [{ type, title: 'to come' }] };
}
