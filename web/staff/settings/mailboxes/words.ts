import type { mailboxFaults } from '#application/access/mailboxes-command.ts';
import type { CommandWords } from '../../../components/command-words.ts';
import { areaWords } from '../../area/words.ts';

export const mailboxWords = {
  lead: 'These email addresses belong to a team. Emails that we send after you save go to them.',
  duty: 'Email address of the duty team',
  dutyHint: 'When someone tells us that a child is at immediate risk, we email this address at any hour.',
  advisoryTeachers: 'Email address of the advisory teachers',
  advisoryHint: 'If parents agree to share a referral, we send a secure link to this address.',
  oldLinks:
    'Links that we sent to an old address stop working when you save. People there can no longer open referrals.',
  people: 'You change the email address of one person, or the contact in letters, on their own pages in team settings.',
  deployed: 'You cannot change these addresses here',
  sender: (sender: string) => `Our emails come from ${sender}.`,
  alarms: 'Alarms about faults of the service go to the people who run it.',
  whoCan: 'Whoever deploys the service changes these two, because the email provider must confirm each address first.',
  save: 'Save email addresses',
} as const;

export const mailboxFaultWords: CommandWords<keyof typeof mailboxFaults> = {
  DUTY_MISSING: 'Enter the email address of the duty team',
  DUTY_UNREADABLE: areaWords.emailFormat,
  ADVISORY_MISSING: 'Enter the email address of the advisory teachers',
  ADVISORY_UNREADABLE: areaWords.emailFormat,
};
