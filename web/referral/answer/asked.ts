import type { InformationRequest } from '#domain/case/case.ts';
import { failedDocuments } from '#domain/notices/failed.ts';
import { instantInWords } from '../../access/instants.ts';

const reasons: ReadonlyMap<string, string> = new Map(
  Object.entries({
    NO_EVIDENCE_YET: 'The referral holds no document about the child’s development yet. Please add one.',
    EVIDENCE_FAILED: 'A document that you sent cannot be used. Please send it again.',
    INFORMATION_REQUESTED: 'The triage team would like to know more:',
  }),
);

const MORE = 'Please tell us more.';

const failures: Readonly<Record<string, string>> = {
  EVIDENCE_LOST: 'its file is not there',
  EVIDENCE_HARMFUL: 'harmful content was found in its file',
  EVIDENCE_LOCKED: 'its file has a password, so save a copy without one',
  EVIDENCE_DAMAGED: 'its file is damaged, so save it again',
  EVIDENCE_UNREADABLE: 'its file is not of the type that it says',
};

/** What a referrer is asked, in words. */
export function askedInWords(ask: InformationRequest | null | undefined) {
  if (!ask) return { why: MORE, question: '', failed: [], until: '' };
  const failed = failedDocuments(ask).map(({ name, code }) => `${name}: ${failures[code] ?? 'it cannot be used'}.`);
  return {
    why: reasons.get(ask.why) ?? MORE,
    question: ask.question,
    failed,
    until: ask.untilAt ? instantInWords(ask.untilAt) : '',
  };
}
