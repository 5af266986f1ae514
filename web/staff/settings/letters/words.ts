import type { letterFaults } from '#application/access/letters-command.ts';
import type { CommandWords } from '../../../components/command-words.ts';
import { areaWords } from '../../area/words.ts';

export const letterWords = {
  lead: 'Every email says how to reach us. Emails that we send after you save give this contact, and our pages give it within a minute.',
  pages:
    'Pages that refuse a request, for example too many at once, keep the contact that the service was set up with.',
  phone: 'Phone number',
  hours: 'When someone answers',
  hoursHint: 'For example, Monday to Friday, 9am to 5pm',
  email: 'Email address',
  signatory: 'Who signs letters to families? (optional)',
  signs: 'Who signs letters to families',
  signatoryHint:
    'Their name and role, as families will read it. Without it, letters give only the name of the service.',
  save: 'Save for letters',
} as const;

export const letterFaultWords: CommandWords<keyof typeof letterFaults> = {
  PHONE_MISSING: 'Enter the phone number',
  PHONE_TOO_LONG: ({ limit }) => `The phone number must be ${limit} characters or fewer`,
  HOURS_MISSING: 'Enter when someone answers',
  HOURS_TOO_LONG: ({ limit }) => `When someone answers must be ${limit} characters or fewer`,
  CONTACT_MISSING: 'Enter the email address of the team',
  CONTACT_UNREADABLE: areaWords.emailFormat,
  SIGNATORY_TOO_LONG: ({ limit }) => `The name and role must be ${limit} characters or fewer`,
  SIGNATORY_SAYS_NOTHING: 'Enter the name and role of who signs, or leave this empty',
  LINE_UNPRINTABLE: 'Enter this again without characters that we cannot show',
};
