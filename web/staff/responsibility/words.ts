import type { ResponsibilityFault } from '#application/intake/record-responsibility.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which staff record who has parental responsibility. */
export const responsibilityWords = {
  link: 'Record who has parental responsibility',
  title: (reference: string) => `Parental responsibility: referral ${reference}`,
  heading: 'Parental responsibility',
  lookedAfter:
    'The council looks after the child. We email no parent until someone has recorded here that they have parental responsibility and that we may email them.',
  when: 'Record what you have found out, for one parent or carer at a time. It stands above what the referral says.',
  emails: 'We email a parent only if they have parental responsibility and you record that we may.',
  safe: 'What the referral says about safe contact still counts.',
  sent: 'We cannot stop an email that we have already sent.',
  who: 'Who is this about?',
  holds: 'Do they have parental responsibility?',
  mayEmail: 'May we email them about this referral?',
  reason: 'How do you know, and who agreed?',
  hint: 'For example, who you spoke to and when. Our team sees this. We do not send it to anyone.',
  button: 'Record this',
  done: 'Recorded.',
  same: 'This was recorded before. Nothing was changed.',
  noParents: 'The referral names no parent or carer that we can read.',
  inReferral: (said: string) => `The referral says: ${said}`,
  byStaff: ({ by, at, reason }: Readonly<Record<'by' | 'at' | 'reason', string>>) =>
    `Recorded by ${by} on ${at}. Reason: ${reason}`,
  numbered: (number: number) => `Parent or carer ${number}`,
  emailed: 'We may email them',
  notEmailed: 'We do not email them',
} as const;

export const holdsWords = { YES: 'Yes', NO: 'No', NOT_KNOWN: 'Not known' } as const;
export const mayEmailWords = { yes: 'Yes', no: 'No' } as const;

export const responsibilityFaultWords = {
  PARENT_MISSING: 'Select who this is about',
  HOLDS_MISSING: 'Select yes if they have parental responsibility',
  EMAIL_MISSING: 'Select yes if we may email them',
  REASON_MISSING: 'Enter how you know',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<ResponsibilityFault>;
