import { FromALaterRelease } from '../problems/errors.ts';
import { evidenceTypeSchema } from '../referral/codes.ts';
import type { Referral } from '../referral/schema.ts';
import { knowsAreas } from './answered-areas.ts';
import type { Case } from './case.ts';
import { correctedBirthDate } from './corrected.ts';

/** The kind of a document that came with an answer in place of an Early Help Assessment that could not be used; no evidence. */
export const EARLY_HELP_ASSESSMENT = 'EARLY_HELP_ASSESSMENT';

const OF_A_LATER_KIND = 'OTHER_PROFESSIONAL';

/** The referral with the date of birth as staff corrected it; everything else as it was sent. */
export function withCorrectedDate(referral: Referral, theCase: Pick<Case, 'birthDates'>): Referral {
  const dob = correctedBirthDate(theCase);
  return dob === undefined ? referral : { ...referral, child: { ...referral.child, dob } };
}

/**
 * The referral as the rules read it: what was sent, with the documents that the referrer added when asked, and with the date
 * of birth as staff corrected it. Evidence comes after the referral's own; an Early Help Assessment takes the place of the one before. The stored referral never changes.
 * A document of a kind that only a later release knows keeps its place for pages: rules ask `mustKnowAnswers` first.
 */
export function withAnswers(referral: Referral, theCase: Pick<Case, 'added' | 'birthDates'>): Referral {
  const { added } = theCase;
  const { earlyHelpAssessment: sent } = referral;
  const assessment = added.findLast(({ type }) => type === EARLY_HELP_ASSESSMENT);
  const evidence = added.flatMap(({ evidenceId, type, title, furtherPages }) => {
    if (type === EARLY_HELP_ASSESSMENT) return [];
    const known = evidenceTypeSchema.safeParse(type).data ?? OF_A_LATER_KIND;
    return [{ evidenceId, title, type: known, ...(furtherPages && { furtherPages }) }];
  });
  return {
    ...withCorrectedDate(referral, theCase),
    evidence: [...referral.evidence, ...evidence],
    ...(assessment && {
      // Its own pages, and none of the one before.
      earlyHelpAssessment: {
        ...(sent?.completedOn && { completedOn: sent.completedOn }),
        evidenceId: assessment.evidenceId,
        ...(assessment.furtherPages && { furtherPages: assessment.furtherPages }),
      },
    }),
  };
}

/** Throws `FromALaterRelease` where an answer has a document or an area that this release does not know: nothing is worked out. */
export function mustKnowAnswers({ added, newestAreas }: Pick<Case, 'added' | 'newestAreas'>): void {
  const isKnown = ({ type }: Case['added'][number]) =>
    type === EARLY_HELP_ASSESSMENT || evidenceTypeSchema.safeParse(type).success;
  if (!added.every(isKnown))
    throw new FromALaterRelease('A document of a kind that this release does not know was added.');
  if (!knowsAreas(newestAreas)) throw new FromALaterRelease('An area that this release does not know was answered.');
}
