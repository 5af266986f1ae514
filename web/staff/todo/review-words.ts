import type { ReviewFault } from '#application/todos/review-wait.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

export const reviewWords = {
  title: (reference: string) => `Review a long wait: referral ${reference}`,
  lead: 'This child has waited long, is now 3 or starts school soon. Speak with the family.',
  keeps: 'The review does not change the place on the list. The child stays on it.',
  changed: 'What has changed since the referral? (optional)',
  changedHint: 'For example, other needs or more hours in a nursery. Leave it empty if nothing has changed.',
  offered: 'What do you offer the family while they wait?',
  offeredHint: 'For example, Stay and Play. Only our team can read this.',
  told: 'When did you tell the family?',
  record: 'Record the review',
} as const;

export const reviewFaultWords = {
  CHANGED_TOO_LONG: ({ limit }) => `What has changed must be ${limit} characters or fewer`,
  CHANGED_UNPRINTABLE: 'Enter what has changed again without characters that we cannot show',
  OFFERED_MISSING: 'Enter what you offer the family while they wait',
  OFFERED_TOO_LONG: ({ limit }) => `What you offer must be ${limit} characters or fewer`,
  OFFERED_UNPRINTABLE: 'Enter what you offer again without characters that we cannot show',
  ...dayFaultWords,
  DATE_MISSING: 'Enter the date on which you told the family',
  DATE_TOO_EARLY: 'Date must be on or after the day of the referral',
} as const satisfies CommandWords<ReviewFault>;
