import type { ContactFault } from '#application/intake/record-contact.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which staff record how an adult is reached now. */
export const contactWords = {
  link: 'Record new contact details',
  title: (reference: string) => `Contact details: referral ${reference}`,
  who: 'Who is this about?',
  channel: 'What has changed?',
  value: 'What is it now?',
  valueHint: 'Leave it blank if we must not use the old one and you know no other.',
  reason: 'How do you know?',
  hint: 'For example, who told you and when. Our team sees this. We do not send it to anyone.',
  button: 'Record this',
  done: 'Recorded.',
} as const;

export const contactKinds = { EMAIL: 'Email address', POST: 'Postal address', TELEPHONE: 'Phone number' } as const;

export const contactFaultWords = {
  PARENT_MISSING: 'Select who this is about',
  CHANNEL_MISSING: 'Select what has changed',
  VALUE_TOO_LONG: ({ limit }) => `Contact details must be ${limit} characters or fewer`,
  VALUE_UNPRINTABLE: 'Enter the contact details again without characters that we cannot show',
  VALUE_NO_EMAIL: 'Enter an email address, like name@example.org',
  REASON_MISSING: 'Enter how you know',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<ContactFault>;
