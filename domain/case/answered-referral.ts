import { evidenceTypeSchema } from '../referral/codes.ts';
import type { Referral } from '../referral/schema.ts';
import type { Case } from './case.ts';

/**
 * The referral as the rules read it: what was sent, with the evidence that the referrer added when asked. The stored
 * referral itself never changes.
 */
export function withAnswers(referral: Referral, theCase: Case): Referral {
  const added = theCase.answers.flatMap(({ evidence }) =>
    evidence.map(({ evidenceId, type, title }) => ({ evidenceId, title, type: evidenceTypeSchema.parse(type) })),
  );
  return { ...referral, evidence: [...referral.evidence, ...added] };
}
