import type { AnswerFault } from '#application/todos/answer-look-again.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

export const answerWords = {
  title: (reference: string) => `Check again: referral ${reference}`,
  record: 'Record the answer',
  nothing: 'This was answered, or nothing was asked. There is nothing to record.',
  byReferrer: (mailbox: string, on: string) =>
    `This referral is closed. ${mailbox} asked the team on ${on} to check it again. They gave this reason.`,
  byStaff: (who: string, by: string, on: string) =>
    `This referral is closed. ${who} asked the team to check it again. ${by}, recorded it on ${on}.`,
  byColleague: (by: string, on: string) =>
    `A computer closed this referral. ${by}, asked the service manager on ${on} to check it again.`,
  toColleague: 'Your colleague reads your answer in the history of the referral.',
  family: 'The family',
  referrer: 'The referrer',
  read: 'Read the referral below, then decide if the result stays.',
  reopens: 'If you reopen it, it is checked once more and the triage team decides. The computer cannot close it again.',
  cannotReopen: 'This referral cannot be reopened. If the child should be referred again, ask for a new referral.',
  toFamily: 'Answer the family in writing, in a way that is safe. If you cannot, talk to them.',
  toReferrer: 'We email the referrer that your answer is on their page. They read it there.',
  familyToo: 'If you reopen it, we email or post a letter to the family where that is safe.',
  othersYourself: 'Tell the others yourself.',
  othersByManager: 'We ask the service manager to make sure that someone tells the others.',
  result: 'What did you decide?',
  answered: 'When did you answer the family?',
  answer: 'What do you answer?',
  answerHint: 'For example, why the result stays. The referrer reads these words. Do not name anyone.',
  staffHint: 'For example, why the result stays. Only our team can read this.',
  told: 'What did you answer, and how?',
  toldHint: 'For example, by letter, and why the result stays. Only our team can read this.',
} as const;

/** What our team can decide of it, as staff select it. */
export const answerResults = [
  { value: 'STAYS', label: 'The result stays' },
  { value: 'REOPEN', label: 'Reopen the referral' },
] as const;

export const answerFaultWords = {
  RESULT_MISSING: 'Select if the result stays or if you reopen the referral',
  CANNOT_REOPEN: 'Select that the result stays. This referral cannot be reopened',
  DATE_MISSING: 'Enter the date on which you answered',
  ...dayFaultWords,
  DATE_TOO_EARLY: 'Date must be on or after the day they asked',
  WORDS_MISSING: 'Enter what you answered',
  WORDS_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
  WORDS_SAY_NOTHING: 'Enter an answer that others can understand, in one word or more',
} as const satisfies CommandWords<AnswerFault>;
