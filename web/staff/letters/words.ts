import type { PostFault } from '#application/todos/post-letter.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

export const lettersWords = {
  title: (reference: string) => `Print and post a letter: referral ${reference}`,
  letterTitle: (to: string) => `Letter to ${to}`,
  lead: 'We cannot email these people about the referral. Please post them this letter.',
  again: 'Our email to these people could not be delivered. Please post them this letter.',
  to: 'Post it to',
  open: (to: string) => `Open the letter to ${to}`,
  largePrint: 'The family asked for large print. The letter is in large print.',
  noneNow: 'No letter may be posted now. What is recorded about safe contact has changed, or the address is missing.',
  checks: 'Use this address only. Do not use one from another letter or list.',
  record: 'Record this',
  posted: 'Did you post it?',
  postedOn: 'When did you post it?',
  postedOnHint: 'For example, 27 9 2026. Leave it blank if you did not post it.',
  whyNot: 'If you did not post it, why not?',
  whyNotHint: 'We will ask the service manager to make sure that someone tells the family.',
  print:
    'Print this page on A4 paper. Only the letter is printed. Turn off headers and footers in the print window. ' +
    'The address fits a window envelope.',
  reference: 'Our reference:',
  back: 'Back to recording that you posted it',
} as const;

export const postedChoices = [
  { value: 'YES', label: 'Yes, I posted it' },
  { value: 'NO', label: 'No, it cannot be posted' },
] as const;

export const letterFaultWords = {
  POSTED_MISSING: 'Select if you posted the letter',
  DATE_MISSING: 'Enter the date on which you posted it',
  ...dayFaultWords,
  DATE_TOO_EARLY: 'Date must be on or after the day the referral arrived',
  REASON_MISSING: 'Enter why it cannot be posted',
  WORDS_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
} as const satisfies CommandWords<PostFault>;
