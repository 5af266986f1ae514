import type { AnswerFault } from '#application/triage/answer-command.ts';
import type { GivenFault } from '#application/triage/record-answer.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

export const staffAnswerWords = {
  link: 'Record an answer given by phone',
  title: (reference: string) => `Record an answer: referral ${reference}`,
  lead: 'Record what the referrer, or someone in their team, told you. We will check the referral again, and the team will read the answer.',
  told: 'We will tell the referrer that you recorded an answer. Our email will not say what it is.',
  asked: 'What the team asked',
  name: 'Who gave the answer?',
  nameHint: 'Their name and role',
  on: 'When did they give it?',
  onHint: 'For example, 27 9 2026',
  text: 'What did they say?',
  textHint: 'You can leave this blank if you add ages or scores',
  button: 'Record answer',
  documents:
    'If they have a document, do not record the answer here. Ask them to send both through the link in our email. Once an answer is recorded, the link takes no document.',
  noDocuments: 'The referrer cannot add a document now. If you need one, ask the referrer again when you decide.',
  recorded: (reference: string) => `Answer recorded: referral ${reference}`,
  next: 'We will ask the triage team to decide again. If the person who asked the question is away, their cover gets the task.',
  back: 'Back to the referral',
  nothing: 'We do not wait for an answer about this referral.',
  waiting: 'Waiting for the referrer',
  until: (on: string) => `They can answer until ${on}`,
} as const;

export const staffAnswerFaultWords = {
  NAME_MISSING: 'Enter who gave the answer',
  NAME_TOO_LONG: ({ limit }) => `Who gave the answer must be ${limit} characters or fewer`,
  NAME_UNPRINTABLE: 'Enter who gave the answer again without characters that we cannot show',
  DATE_MISSING: 'Enter the date on which they gave the answer',
  ...dayFaultWords,
  DATE_TOO_EARLY: 'Date must be on or after the day the referral arrived',
  ANSWER_MISSING: 'Enter what they said, or add ages or scores',
  ANSWER_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  ANSWER_UNREADABLE: 'Enter the answer again without characters that we cannot show',
  TOO_MANY_DOCUMENTS: 'This referral has too many documents. Ask an operator',
} as const satisfies CommandWords<AnswerFault | GivenFault>;
