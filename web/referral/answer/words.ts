import type { AnswerFault } from '#application/triage/answer-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** What is said of each thing that keeps an answer from being sent. */
export const answerWords = {
  ANSWER_MISSING: 'Enter an answer, or add a file, ages or scores',
  ANSWER_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  ANSWER_UNREADABLE: 'Enter the answer again without characters that we cannot show',
  TOO_MANY_DOCUMENTS: ({ limit }) => `You can add ${limit} documents. Contact us to send more`,
} as const satisfies CommandWords<AnswerFault>;
