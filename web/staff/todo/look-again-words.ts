import type { AnswerFault } from '#application/todos/answer-look-again.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const answerWords = {
  title: (reference: string) => `Check again: referral ${reference}`,
  record: 'Record the answer',
  nothing: 'This was answered, or nothing was asked. There is nothing to record.',
} as const;

export const answerFaultWords = {
  DATE_MISSING: 'Enter the date on which you answered',
  DATE_UNREAL: 'Enter a real date, like 27 3 2025',
  DATE_IN_FUTURE: 'Date must be today or in the past',
  DATE_TOO_EARLY: 'Date must be on or after the day the referrer asked',
  WORDS_MISSING: 'Enter what you answered',
  WORDS_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
  WORDS_SAY_NOTHING: 'Enter an answer that others can understand, in one word or more',
} as const satisfies CommandWords<AnswerFault>;
