import { assessmentsNow } from '#domain/case/answered-areas.ts';
import type { Case } from '#domain/case/case.ts';
import { fileStateSchema, type StoredCheck } from '#domain/case/stored-check.ts';
import { suggestBand } from '#domain/lists/band.ts';
import type { Moment } from '#domain/process/process.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { assess } from '#domain/rules/assessment.ts';
import { codesOf, type Finding } from '#domain/rules/finding.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { Inspected } from './inspect-evidence.ts';

export interface CheckFacts {
  readonly theCase: Case;
  readonly referral: Referral;
  readonly documents: Inspected;
  readonly isDuplicate: boolean;
  readonly moment: Moment;
}

/**
 * Everything that the machine can say of a referral, in one record: what the rules make of it given how its evidence
 * really stands. Evidence that failed is shown as such and makes the recommendation REVIEW. An Early Help Assessment
 * that failed is only shown, because it is no evidence.
 */
export function workOutCheck(
  { theCase, referral, documents, isDuplicate, moment }: CheckFacts,
  policy: Policy,
): StoredCheck {
  const { evidence, earlyHelpAssessment } = documents;
  const stateOf = (index: number) => fileStateSchema.safeParse(evidence[index]?.state).data ?? 'FAILED';
  const assessment = assess(referral, theCase.referralOn, policy, {
    evidence: (_item, index) => stateOf(index),
    duplicate: isDuplicate,
    assessments: assessmentsNow(referral, theCase.newestAreas),
  });
  const toPeople = assessment.outcome === 'TRIAGE';
  const failed = toPeople && evidence.some(({ state }) => state === 'FAILED');
  const noAssessment = toPeople && earlyHelpAssessment?.state === 'FAILED' ? [earlyHelpAssessment.code] : [];
  const missing = [...(failed ? [notUsable(evidence)] : []), ...noAssessment.map(assessmentNotUsable)];
  const review = failed && assessment.triageRecommendation === 'ELIGIBLE';
  return {
    reference: theCase.reference,
    n: theCase.checks + 1,
    at: moment.now,
    policyVersion: policy.version,
    outcome: assessment.outcome,
    reasons: [...assessment.reasons],
    flags: [...assessment.flags, ...codesOf(missing, 'flag')],
    triageRecommendation: review ? 'REVIEW' : assessment.triageRecommendation,
    homeVisiting: assessment.homeVisiting,
    suggestedPathways: [...assessment.suggestedPathways],
    suggestedBand: toPeople ? suggestBand(assessment.computed, referral, policy) : null,
    computed: { ...assessment.computed },
    findings: [...assessment.findings, ...missing].map((finding) => ({ ...finding })),
    ...documents,
  };
}

function notUsable(evidence: StoredCheck['evidence']): Finding {
  const failed = evidence.filter(({ state }) => state === 'FAILED');
  return {
    rule: 'evidence',
    code: 'EVIDENCE_NOT_USABLE',
    shownAs: 'flag',
    value: `${failed.length} of ${evidence.length} documents`,
    threshold: 'every file of each there, of the type it was declared as, and not harmful',
    source: 'local choice',
    reference: 'Evidence that was given but failed is never taken for none; the referrer was asked for it again.',
    sentence: 'Some of the evidence was lost, harmful or unreadable, and nothing came in its place.',
    effect: 'REVIEW',
  };
}

const failures: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    EVIDENCE_LOST: 'its file is not there',
    EVIDENCE_HARMFUL: 'harmful content was found in it',
    EVIDENCE_LOCKED: 'its file has a password',
    EVIDENCE_DAMAGED: 'its file is damaged',
  }),
);

const assessmentNotUsable = (code: string): Finding => ({
  rule: 'early help assessment',
  code: 'EARLY_HELP_ASSESSMENT_NOT_USABLE',
  shownAs: 'flag',
  value: failures.get(code) ?? 'its file is not of the type that it says',
  threshold: 'there, of the type it was declared as, and not harmful',
  source: 'local choice',
  reference: 'It is no evidence of delay, so it changes nothing that the rules say.',
  sentence: 'The Early Help Assessment cannot be opened, and no other came in its place.',
  effect: 'NOTE',
});
