import { describe, expect, test } from 'vitest';
import { assess } from '#domain/rules/assessment.ts';
import type { EvidenceState } from '#domain/rules/evidence.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { aReferral } from '../a-referral.ts';

function withEvidence(types: string[], states: EvidenceState[] = []) {
  const body = aReferral({ evidence: [] });
  const evidence = types.map((type) => ({ type, title: 'A document' }));
  const judge = (_item: unknown, index: number) => states[index] ?? 'USABLE';
  return assess({ ...body, evidence }, '2026-09-24', defaultPolicy, { evidence: judge });
}

describe('what counts as evidence', () => {
  test.each(['SOGS', 'ASQ3', 'BAYLEY', 'GRIFFITHS', 'DEVELOPMENTAL_JOURNAL', 'PAEDIATRICIAN_LETTER', 'CARE_PLAN'])(
    '%s is accepted as it stands',
    (type) => {
      expect(withEvidence([type])).toMatchObject({ outcome: 'TRIAGE', flags: [], triageRecommendation: 'ELIGIBLE' });
    },
  );

  test.each(['THERAPY_REPORT', 'EYFS_PROGRESS_CHECK_2', 'NURSERY_OBSERVATION', 'OTHER_PROFESSIONAL'])(
    '%s alone is for people to judge',
    (type) => {
      const flags = ['EVIDENCE_TYPE_NEEDS_JUDGEMENT'];
      expect(withEvidence([type, 'PARENT_STATEMENT'])).toMatchObject({
        outcome: 'TRIAGE',
        flags,
        triageRecommendation: 'REVIEW',
      });
    },
  );

  test('one accepted item beside judged ones needs no judgement', () => {
    expect(withEvidence(['THERAPY_REPORT', 'SOGS']).flags).toEqual([]);
  });

  test.each([[[]], [['PARENT_STATEMENT']], [['PARENT_STATEMENT', 'PARENT_STATEMENT']]])(
    '%j is no evidence at all',
    (types) => {
      expect(withEvidence(types)).toMatchObject({
        outcome: 'NOT_ACCEPTED_NO_EVIDENCE',
        reasons: ['NO_ASSESSMENT_EVIDENCE_INCLUDED'],
        flags: [],
        suggestedPathways: [],
        evidenceFailed: false,
      });
    },
  );
});

describe('a document that is no evidence', () => {
  test('the Early Help Assessment alone is no evidence at all', () => {
    const body = aReferral({ evidence: [], earlyHelpAssessment: { evidenceId: 'eha' } });
    expect(assess(body, '2026-09-24', defaultPolicy)).toMatchObject({
      outcome: 'NOT_ACCEPTED_NO_EVIDENCE',
      reasons: ['NO_ASSESSMENT_EVIDENCE_INCLUDED'],
    });
  });
});

describe('evidence that was given but is not there', () => {
  test('is never none: everything failed', () => {
    expect(withEvidence(['SOGS', 'THERAPY_REPORT'], ['FAILED', 'FAILED'])).toMatchObject({
      outcome: 'TRIAGE',
      evidenceFailed: true,
    });
  });

  test('a failed item beside a sound one does not fail the referral, and only what is left is judged', () => {
    const result = withEvidence(['SOGS', 'THERAPY_REPORT'], ['FAILED', 'USABLE']);
    expect([result.evidenceFailed, result.flags]).toEqual([false, ['EVIDENCE_TYPE_NEEDS_JUDGEMENT']]);
  });

  test('an item still being scanned counts, and people are told', () => {
    const result = withEvidence(['SOGS'], ['PENDING']);
    expect([result.outcome, result.evidenceFailed, result.flags]).toEqual(['TRIAGE', false, ['EVIDENCE_SCAN_PENDING']]);
  });

  test('a failed statement by the parents alone is still none', () => {
    expect(withEvidence(['PARENT_STATEMENT'], ['FAILED'])).toMatchObject({
      outcome: 'NOT_ACCEPTED_NO_EVIDENCE',
      evidenceFailed: false,
    });
  });
});
