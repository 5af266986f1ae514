import type { BirthDateFault } from '#application/intake/correct-birth-date.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which staff correct a wrong date of birth. */
export const birthDateWords = {
  link: 'Correct the date of birth',
  title: (reference: string) => `Correct the date of birth: referral ${reference}`,
  sent: (on: string) => `The referral says ${on}. It stays as it was sent.`,
  corrected: ({ from, on, by, at, reason }: Readonly<Record<'from' | 'on' | 'by' | 'at' | 'reason', string>>) =>
    `${by} corrected it from ${from} to ${on} on ${at}. Reason: ${reason}`,
  date: 'What is the correct date of birth?',
  hint: 'For example, 27 3 2025',
  reason: 'How do you know?',
  reasonHint: 'Our team sees this with the referral. We do not send it to anyone.',
  button: 'Correct the date of birth',
  done: 'The date of birth is corrected.',
  same: 'This is the date that we have. Nothing was changed.',
  unknown: 'This referral has no date of birth that we can read. Ask the referrer to send it again.',
  rules: 'What the age rules say with this date',
  age: (age: string) => `On the day of the referral the child was ${age} old.`,
  birthday: (birthday: string, on: string) => `The ${birthday} is on ${on}.`,
} as const;

/** What the corrected date changes, for who decides. */
export const changeWords = {
  NONE: 'The age rules come to the same result as before.',
  NO_LONGER_STOPPED:
    'With this date the rules would not have stopped the referral. It has ended, and we do not open it again by itself. Ask the referrer to send it again with the correct date, and tell the family.',
  NOW_TOO_OLD:
    'With this date the child was over the age limit on the day of the referral. The rules would not have sent it to the team. The team decides what happens now.',
  DIFFERENT: 'With this date the rules come to another result. Read it before you decide, and tell the referrer.',
  UNREADABLE:
    'With this date the rules cannot check the referral, because another date in it does not fit. Ask the referrer which one is wrong.',
  NOT_CHECKED: 'We have not checked this referral yet. The check will use this date.',
} as const;
export type BirthDateChange = keyof typeof changeWords;

export const birthDateFaultWords = {
  DATE_MISSING: 'Enter the correct date of birth',
  DATE_UNREAL: 'Enter a real date, like 27 3 2025',
  DATE_YEAR: 'Check the year of the date of birth',
  DATE_AFTER_REFERRAL: 'Date of birth must be on or before the day of the referral',
  REASON_MISSING: 'Enter how you know the correct date',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<BirthDateFault>;
