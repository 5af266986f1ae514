import type { Case } from '#domain/case/case.ts';
import type { InformationRequest } from '#domain/case/information-request.ts';
import { failedDocuments } from '#domain/notices/failed.ts';
import type { Policy } from '#domain/service/policy.ts';
import { instantInWords } from '../../access/instants.ts';
import { answerBy } from '../status/awaited.ts';

const reasons: ReadonlyMap<string, string> = new Map(
  Object.entries({
    NO_EVIDENCE_YET: 'The referral does not have a document about the child’s development yet. Add one here.',
    EVIDENCE_FAILED: 'We cannot use a document that you sent. Add it again.',
    INFORMATION_REQUESTED: 'The triage team would like to know more.',
  }),
);

/** Where the team typed no question: its note is for the record and is never shown here. */
export const NO_QUESTION = 'Call or email us, and we will tell you what the team needs to know.';

export const MORE = 'We need to know more.';

export const failures: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    EVIDENCE_LOST: 'the file is missing',
    EVIDENCE_HARMFUL: 'the file contains a virus',
    EVIDENCE_LOCKED: 'the file has a password, so save a copy without one',
    EVIDENCE_DAMAGED: 'the file is damaged, so save it again',
    EVIDENCE_UNREADABLE: 'we cannot open the file as PDF, JPEG, PNG or DOCX',
  }),
);

/** What the referrer of this case is asked and until when an answer counts, in words. */
export function askedNow(theCase: Case, policy: Policy) {
  const { ask, task } = theCase;
  const until = task?.kind === 'REFERRER' ? answerBy(theCase, task, policy) : '';
  return { ...askedInWords(ask), until, goesOn: until !== '' && !ask?.untilAt };
}

/** What a referrer is asked, in words. */
export function askedInWords(ask: InformationRequest | null | undefined) {
  if (!ask) return { why: MORE, question: '', failed: [], until: '' };
  const failed = failedDocuments(ask).map(({ name, code }) => `${name}: ${failures.get(code) ?? 'we cannot use it'}.`);
  return {
    why: reasons.get(ask.why) ?? MORE,
    question: ask.question === '' && ask.why === 'INFORMATION_REQUESTED' ? NO_QUESTION : ask.question,
    failed,
    until: ask.untilAt ? instantInWords(ask.untilAt) : '',
  };
}
