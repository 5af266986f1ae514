import type { AskFault } from '#application/family-pages/ask-team.ts';
import { LOOK_WORKING_DAYS } from '#domain/case/family-ask.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which a referrer says that something has changed for the child. */
export const changedWords = {
  title: 'Something has changed for the child',
  lead: 'Tell us if the child needs more help, or less, than the referral says.',
  next: `The service manager reads this, looks at the band and answers you. We aim to answer within ${LOOK_WORKING_DAYS} working days.`,
  order: 'Only someone in our team changes the order of the list.',
  label: 'What has changed?',
  hint: 'For example, a new diagnosis, or what is harder for the child now. Do not write how to contact the family.',
  button: 'Send',
  waits: (on: string, by: string) => `You told us on ${on} that something has changed. We aim to answer by ${by}.`,
  answered: (on: string, by: string) => `You told us on ${on} that something has changed. We answered on ${by}.`,
  closed: 'We did not get what you sent',
  closedSays: 'We cannot record more for this referral. Please call us. This is what you wrote:',
} as const;

export const changedFaultWords = {
  WHAT_MISSING: 'Select what has changed',
  FROM_MISSING: 'Select who told you',
  WORDS_MISSING: 'Enter what has changed',
  WORDS_TOO_LONG: ({ limit }) => `What you enter must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter it again without characters that we cannot show',
} as const satisfies CommandWords<AskFault>;
