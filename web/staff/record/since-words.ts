import { meetingWords } from '../meetings/words.ts';
import { recordsWords } from '../records/words.ts';

/** Words of what brought a referral back to the team. */
export const sinceWords = {
  answered: 'The referrer answered your team',
  notAnswered: 'The referrer did not answer in time',
  reopened: (on: string) => `Our team reopened this referral on ${on}`,
  question: recordsWords.question,
  risk: meetingWords.risk,
  asker: 'Asked by',
  readAnswer: 'Read the answer',
  decision: 'What was decided before',
  decider: recordsWords.decider,
  reason: recordsWords.reason,
  why: 'Why we were asked to check it again',
  ours: 'What our team answered',
} as const;
