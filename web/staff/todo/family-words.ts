import type { AnswerFamilyFault } from '#application/todos/answer-family.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

export const familyAnswerWords = {
  title: (reference: string) => `Answer the family: referral ${reference}`,
  nothing: 'This was answered. There is nothing to record.',
  said: (who: string, what: string, on: string) => `${who} told us on ${on}: ${what}.`,
  byStaff: (by: string) => `Recorded by ${by}.`,
  family: 'The family',
  adult: (name: string) => `${name}, through their page,`,
  referrer: 'Someone who works with the child',
  wordless: 'They wrote nothing else.',
  changed: 'Look at the band. Only you can change the order of the list, and you may leave it as it is.',
  stop: 'Talk with the family first. If they do not want this any more, take the child off the list on the page of the place.',
  details: 'Check it with the family in a way that is safe. Then record it as new contact details.',
  again:
    'Read the referral and our decision again. If it is closed and should be reopened, use “Check again” in your work.',
  call: 'Call the number that is safe. The contact details in a message may not be.',
  complaint:
    'Answer only if you took no part in the decision and answered no earlier complaint. If you did, give this to a colleague. Say what we found and what we will change.',
  dataComplaint:
    'Ask the data protection officer before you answer. If you took part in the decision, give this to a colleague.',
  upheld: 'Do we agree with the complaint?',
  bandLegend: 'What happens to the band?',
  how: 'How did you answer?',
  on: 'When did you answer?',
  onHint: 'For example, 27 9 2026. Leave it blank if they read the answer on their page',
  words: 'What did you answer?',
  wordsHint: 'The family reads these words on their page. Do not write where anyone lives, or who visits when.',
  record: 'Record the answer',
} as const;

export const familyHows = [
  { value: 'PAGE', label: 'They read it on their page. We email them that it is there' },
  { value: 'BY_PHONE', label: 'By phone' },
  { value: 'IN_PERSON', label: 'In person' },
  { value: 'IN_WRITING', label: 'In writing, in a way that is safe' },
] as const;

export const upheldChoices = [
  { value: 'UPHELD', label: 'Yes' },
  { value: 'PARTLY', label: 'With part of it' },
  { value: 'NOT_UPHELD', label: 'No' },
] as const;

export const familyBands = [
  { value: 'STAYS', label: 'The band stays' },
  ...['1', '2', '3'].map((value) => ({ value, label: `Band ${value}` })),
];

export const answerFamilyFaultWords = {
  HOW_MISSING: 'Select how you answered',
  NO_PAGE: 'Select another way. They have no page, or we cannot email them',
  UPHELD_MISSING: 'Select if we agree with the complaint',
  DECIDED_IT:
    'You decided about this referral or answered a complaint before. Give this to a colleague under “Is anything wrong?”',
  BAND_MISSING: 'Select if the band stays, or which it is now',
  DATE_MISSING: 'Enter the date on which you answered',
  ...dayFaultWords,
  DATE_TOO_EARLY: 'Date must be on or after the day they told us',
  WORDS_MISSING: 'Enter what you answered',
  WORDS_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
  WORDS_SAY_NOTHING: 'Enter an answer that others can understand, in one word or more',
} as const satisfies CommandWords<AnswerFamilyFault>;
