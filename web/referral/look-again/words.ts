import type { LookAgainFault } from '#application/intake/ask-to-look-again.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const lookAgainPageWords = {
  title: 'Ask the team to check again',
  why: 'If you disagree, or something has changed, tell the team why.',
  answered: 'Someone in our team will answer you.',
  aim: (days: number) => `We aim to answer by phone or email within ${days} working days.`,
  stays: 'We cannot reopen this referral, but we can tell you if a new one would help.',
  button: 'Ask the team to check again',
  askedTitle: 'You asked the team to check again',
  asked: (at: string) => `You or your team asked on ${at}. You gave this reason.`,
  already: 'You or your team have already asked',
  notSent: 'We did not send what you entered. You can copy it from here.',
  add: 'If you want to add something, contact us.',
  notOffered: 'The team is still working on this referral',
} as const;

/** What is said of each thing that keeps the team from being asked. */
export const lookAgainWords = {
  WORDS_MISSING: 'Enter why the team should check the referral again',
  WORDS_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
  WORDS_SAY_NOTHING: 'Enter a reason that others can understand, in one word or more',
} as const satisfies CommandWords<LookAgainFault>;
