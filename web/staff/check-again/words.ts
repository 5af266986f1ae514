import type { LookAgainFault } from '#application/intake/ask-to-look-again.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which staff record that someone asks the team to check a closed referral again. */
export const enterAgainWords = {
  title: 'Someone asks us to check again',
  lead: 'Record this when a family or a referrer calls us and does not agree with a result, or something has changed.',
  who: 'Do not say what is in the referral before you know who is calling, and that it is safe to talk to them.',
  next: (days: number) =>
    `We ask the service manager to answer within ${days} working days. They can reopen the referral.`,
  reference: 'Reference',
  from: 'Who asks?',
  reason: 'What do they say?',
  hint: 'In their own words, and how to reach them if that is new. Only our team can read this.',
  button: 'Record the request',
  done: (reference: string) => `Recorded: referral ${reference}`,
  doneSays: (days: number) => `We asked the service manager to answer within ${days} working days.`,
  unknown: 'Enter the reference of a referral that we have',
  already: 'Someone has already asked us to check this referral again. We did not record what you entered.',
  notOffered: 'This referral has not ended, so it cannot be checked again. Comment on it instead.',
} as const;

/** Who asks, as staff select it. */
export const whoAsks = [
  { value: 'FAMILY', label: 'The family' },
  { value: 'REFERRER', label: 'The referrer' },
] as const;

export const enterAgainFaultWords = {
  FROM_MISSING: 'Select who asks',
  WORDS_MISSING: 'Enter what they say',
  WORDS_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
  WORDS_SAY_NOTHING: 'Enter what they say so that others can understand it, in one word or more',
} as const satisfies CommandWords<LookAgainFault>;
