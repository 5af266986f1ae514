import type { LookAgainFault } from '#application/intake/ask-to-look-again.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const lookAgainPageWords = {
  title: 'Ask the team to check again',
  why: 'If you disagree, or something has changed, tell the team why.',
  answered: 'Someone in our team will answer you.',
  aim: (days: number) => `We aim to answer within ${days} working days.`,
  reopens: 'They can reopen this referral. The triage team then decides once more.',
  stays: 'We cannot reopen this referral, but we can tell you if a new one would help.',
  answer: (on: string) => `Our answer of ${on}`,
  button: 'Ask the team to check again',
  askedTitle: 'You asked the team to check again',
  asked: (at: string) => `You or your team asked on ${at}. You gave this reason.`,
  othersTitle: 'The team is checking it again',
  askedByOther: (at: string) => `Someone asked the team on ${at}.`,
  already: 'You or your team have already asked',
  notSent: 'We did not send what you entered. You can copy it from here.',
  add: 'If you want to add something, contact us.',
  complaintTitle: 'Make a complaint',
  complaint: 'You can also complain about our service, or about how we use information. Say that it is a complaint.',
  complaintAim: (days: number) =>
    `Someone who did not make the decision answers you. We aim to answer within ${days} working days.`,
  notOffered: 'The team is still working on this referral',
} as const;

/** What is said of each thing that keeps the team from being asked. */
export const lookAgainWords = {
  WORDS_MISSING: 'Enter why the team should check the referral again',
  WORDS_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
  WORDS_SAY_NOTHING: 'Enter a reason that others can understand, in one word or more',
  // The referrer is never asked who asks.
  FROM_MISSING: '',
} as const satisfies CommandWords<LookAgainFault>;
