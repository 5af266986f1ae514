import type { serviceFaults } from '#application/access/service-command.ts';
import type { CommandWords } from '../../../components/command-words.ts';
import { areaWords } from '../../area/words.ts';

export const serviceWords = {
  lead: 'Triage can redirect a referral to one of these services. If parents agree, we email that service a secure link to the referral.',
  chased: 'If no one there opens it in time, we remind them once and tell the referrer.',
  advisory:
    'The Early Years Advisory Teacher service is always there. You change its address with the email addresses of teams.',
  empty: 'You have not added any services',
  line: (mailbox: string, isOffered: boolean, decides: boolean) =>
    `${mailbox}. ${isOffered ? 'Triage can choose it' : 'Triage cannot choose it'}${decides ? '. It decides with us on Little Treasures' : ''}`,
  change: 'Change',
  add: 'Add a service',
  addAnother: 'Add another service',
  changeOf: (name: string) => `Change ${name}`,
  name: 'Name of the service',
  nameHint: 'Referrers and families read this name in our emails and letters',
  mailbox: 'Email address of the service',
  mailboxHint: 'An address that a team reads, not one person',
  oldLinks: 'Links that we sent to an old address stop working when you save.',
  offered: 'Triage can choose this service',
  offeredHint: 'Old decisions stay as they are',
  decides: 'This service decides with us on Little Treasures',
  decidesHint: 'If the parents agree, it reads the referral by a link and tells us its view before a place is offered',
  save: 'Save service',
} as const;

export const serviceFaultWords: CommandWords<keyof typeof serviceFaults> = {
  SET_NAME_MISSING: 'Enter the name of the service',
  SET_NAME_TOO_LONG: ({ limit }) => `Name of the service must be ${limit} characters or fewer`,
  SET_NAME_UNPRINTABLE: 'Enter the name of the service again without characters that we cannot show',
  SET_MAILBOX_MISSING: 'Enter the email address of the service',
  SET_MAILBOX_UNREADABLE: areaWords.emailFormat,
};
