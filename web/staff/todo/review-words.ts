import type { CommandParams } from '#application/command.ts';
import type { ReviewFault } from '#application/todos/review-command.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

export const reviewWords = {
  title: (reference: string) => `Review a long wait: referral ${reference}`,
  lead: 'This child has waited long, is now 3 or starts school soon. Speak with the family.',
  keeps: 'The review does not change the place on the list. The child stays on it.',
  changes: 'What has changed since the referral? (optional)',
  changesHint: 'Leave this and the next box empty if nothing has changed.',
  changed: 'What is different now? (optional)',
  changedHint: 'Only our team can read this.',
  offering: 'What do you offer the family while they wait?',
  offered: 'More about what you offer (optional)',
  offeredHint: 'For example, the group and the day. Only our team can read this.',
  told: 'When did you tell the family?',
  record: 'Record the review',
} as const;

/** What can be wrong with what is offered, and with the day. */
export const offeringFaultWords = {
  OFFERING_MISSING: 'Select what you offer while they wait',
  OFFERED_TOO_LONG: ({ limit }: CommandParams) => `What you offer must be ${limit} characters or fewer`,
  OFFERED_UNPRINTABLE: 'Enter what you offer again without characters that we cannot show',
  ...dayFaultWords,
  DATE_MISSING: 'Enter the date on which you told the family',
  DATE_TOO_EARLY: 'Date must be on or after the day of the referral',
} as const;

export const reviewFaultWords = {
  CHANGED_TOO_LONG: ({ limit }) => `What has changed must be ${limit} characters or fewer`,
  CHANGED_UNPRINTABLE: 'Enter what has changed again without characters that we cannot show',
  ...offeringFaultWords,
} as const satisfies CommandWords<ReviewFault>;
