import { EARLY_HELP_ASSESSMENT } from '#domain/case/answered-referral.ts';
import type { Case } from '#domain/case/case.ts';
import type { InformationRequest } from '#domain/case/information-request.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { Moment } from '#domain/process/process.ts';
import type { Policy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';

/**
 * What to ask the referrer for before the check can stand; undefined when there is nothing, or they were asked in vain. An
 * Early Help Assessment that failed is asked for beside the evidence, never in place of it.
 */
export function askFor(
  theCase: Case,
  check: StoredCheck,
  moment: Moment,
  policy: Policy,
): InformationRequest | undefined {
  const mayAsk = check.outcome === 'TRIAGE' || check.outcome === 'NOT_ACCEPTED_NO_EVIDENCE';
  if (theCase.referrerWasSilent || !mayAsk) return undefined;
  const too = failedAssessment(check);
  const failed = check.evidence.filter(({ state }) => state === 'FAILED').flatMap(failedPages);
  const isNew = failed.some(({ index }) => !theCase.ask?.failed.some((known) => known.index === index));
  if (isNew || (check.outcome === 'TRIAGE' && isNewAssessment(theCase, check))) {
    return { why: 'EVIDENCE_FAILED', question: '', failed, ...too, untilAt: null };
  }
  const untilAt = plusMinutes(theCase.receivedAt, policy.evidenceGraceDays * 24 * 60);
  if (check.outcome !== 'NOT_ACCEPTED_NO_EVIDENCE' || moment.now >= untilAt) return undefined;
  return { why: 'NO_EVIDENCE_YET', question: '', failed: [], ...too, untilAt };
}

/** Each page that failed by its number; of a document in one file only its place. */
function failedPages({ index, code, pages }: StoredCheck['evidence'][number]): InformationRequest['failed'] {
  if (!pages) return [{ index, code }];
  return pages.flatMap((page, i) => (page.state === 'FAILED' ? [{ index, code: page.code, page: i + 1 }] : []));
}

function failedAssessment({ earlyHelpAssessment }: StoredCheck): Pick<InformationRequest, 'earlyHelpAssessment'> {
  return earlyHelpAssessment?.state === 'FAILED' ? { earlyHelpAssessment: earlyHelpAssessment.code } : {};
}

/** Not asked for yet, or the one that came in its place failed as well. */
function isNewAssessment({ ask, answers }: Case, check: StoredCheck): boolean {
  if (check.earlyHelpAssessment?.state !== 'FAILED') return false;
  const cameAgain = answers.at(-1)?.evidence.some(({ type }) => type === EARLY_HELP_ASSESSMENT) ?? false;
  return cameAgain || ask?.earlyHelpAssessment === undefined;
}
