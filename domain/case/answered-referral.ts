import { evidenceTypeSchema } from '../referral/codes.ts';
import type { Referral } from '../referral/schema.ts';
import type { Case } from './case.ts';

/** The kind of a document that came with an answer in place of an Early Help Assessment that could not be used; no evidence. */
export const EARLY_HELP_ASSESSMENT = 'EARLY_HELP_ASSESSMENT';

/**
 * The referral as the rules read it: what was sent, with the documents that the referrer added when asked. Evidence comes
 * after the referral's own; an Early Help Assessment takes the place of the one before. The stored referral never changes.
 */
export function withAnswers(referral: Referral, theCase: Pick<Case, 'added'>): Referral {
  const { added } = theCase;
  const assessment = added.findLast(({ type }) => type === EARLY_HELP_ASSESSMENT);
  const evidence = added
    .filter(({ type }) => type !== EARLY_HELP_ASSESSMENT)
    .map(({ evidenceId, type, title }) => ({ evidenceId, title, type: evidenceTypeSchema.parse(type) }));
  return {
    ...referral,
    evidence: [...referral.evidence, ...evidence],
    ...(assessment && {
      earlyHelpAssessment: { ...referral.earlyHelpAssessment, evidenceId: assessment.evidenceId },
    }),
  };
}
