import type { MayHearFault } from '#application/intake/record-may-hear.ts';
import type { ResponsibilityFault } from '#application/intake/record-responsibility.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which staff record who has parental responsibility. */
export const responsibilityWords = {
  link: 'Record who has parental responsibility',
  title: (reference: string) => `Parental responsibility: referral ${reference}`,
  heading: 'Parental responsibility',
  othersDecide:
    'The council looks after the child, or the child is under a child protection plan. We send nothing to a parent, by email or by letter, until someone has recorded both parts of this page.',
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
  hearLink: 'Record who agreed, and who we may tell',
  hearWhen:
    'We then tell no one else in the family. Select everyone who applies, and record both again if one changes.',
  whoAgreed: 'Who agreed to the referral',
  whoMayHear: 'Who we may tell',
  agreed: 'Who agreed to the referral?',
  told: 'Who may we tell about it?',
  someoneElse: 'Someone who is not in the referral: name',
  theirRole: 'Their role',
  roleHint: 'For example, social worker of the council, or foster carer',
  noOne: 'No one',
  hearReason: 'How do you know?',
  outside: 'We send nothing to someone who is not in the referral. Someone in our team tells them.',
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

export const mayHearFaultWords = {
  AGREED_MISSING: 'Select who agreed, or enter someone else',
  TOLD_MISSING: 'Select who we may tell, or enter someone else',
  NAME_MISSING: 'Enter their name',
  ROLE_MISSING: 'Enter their role',
  SOMEONE_TOO_LONG: ({ limit }) => `It must be ${limit} characters or fewer`,
  SOMEONE_UNPRINTABLE: 'Enter it again without characters that we cannot show',
  REASON_MISSING: 'Enter how you know',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<MayHearFault>;

export const responsibilityFaultWords = {
  PARENT_MISSING: 'Select who this is about',
  HOLDS_MISSING: 'Select yes if they have parental responsibility',
  EMAIL_MISSING: 'Select yes if we may email them',
  REASON_MISSING: 'Enter how you know',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<ResponsibilityFault>;
