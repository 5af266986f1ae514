import type { InformationRequest } from '../case/information-request.ts';

/** A file that the referrer is asked for again: what to call it, and the code of what was wrong with it. */
interface FailedDocument {
  readonly name: string;
  readonly code: string;
}

/**
 * Every unusable file of a referral. Evidence is counted from 1, with its page where it has several. The Early Help
 * Assessment is named as such. No title of a document is said: it may name the child.
 */
export function failedDocuments(ask: Pick<InformationRequest, 'failed' | 'earlyHelpAssessment'>): FailedDocument[] {
  const evidence = ask.failed.map(({ index, page, code }) => {
    const name = `Document ${index + 1}`;
    return { name: page === undefined ? name : `${name}, page ${page}`, code };
  });
  if (ask.earlyHelpAssessment === undefined) return evidence;
  return [...evidence, { name: 'The Early Help Assessment', code: ask.earlyHelpAssessment }];
}
