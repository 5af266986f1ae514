import type { ReasonFault } from '#application/reason-command.ts';
import { READ_BEFORE } from '#domain/case/involvement.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const involvementWords = {
  /** Said where someone is about to decide. */
  recorded:
    'When you decide, we record what you opened of this referral before, and whether your decision goes against what the checks suggest. You can see and correct this afterwards.',
  /** The same where it is no decision of triage: the checks suggest nothing of a duplicate. */
  recordedAlone:
    'When you decide, we record what you opened of this referral before. You can see and correct this afterwards.',
  notForAppraisal: 'It shows families that people decide. No one may use it to judge your work.',
  title: 'How it was decided',
  read: 'Read before',
  nothing: 'Nothing that we recorded',
  against: 'What the checks suggest',
  AGAINST: 'The decision goes against it',
  FOLLOWS: 'The decision follows it',
  NONE: 'The checks suggest nothing here, or nothing is decided yet',
  corrected: 'Corrected by the person who decided',
  correct: 'Correct this',
  what: 'What had you read before you decided?',
  why: 'Why is the record not right?',
  whyHint: 'The team reads this. What was recorded stays beside it.',
  record: 'Record the correction',
  notTheirs: 'Only the person who decided can correct this, while the record still holds it.',
  RECORD: 'The record on these pages',
  DOCUMENTS: 'Documents of the referral',
  SUMMARY: 'The printed summary of one page',
  PACK: 'The printed pack of a meeting',
  MEETING: 'In the triage meeting',
} as const;

export const involvementFaultWords = {
  REASON_MISSING: 'Enter why the record is not right',
  REASON_TOO_LONG: ({ limit }) => `Why the record is not right must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter why the record is not right again without characters that we cannot show',
} as const satisfies CommandWords<ReasonFault>;

/** What was read, as people read it. */
export function readInWords(read: readonly string[]): string {
  return READ_BEFORE.filter((code) => read.includes(code))
    .map((code) => involvementWords[code])
    .join('. ');
}
