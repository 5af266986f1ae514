import type { TeamFault } from '#application/access/team-command.ts';
import type { TeamRefusal } from '#domain/people/change.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { areaWords } from '../area/words.ts';
import { schoolSessionsFaultWords } from '../starting-school/words.ts';
import { dutyFaultWords } from './duty/words.ts';
import { letterFaultWords } from './letters/words.ts';
import { mailboxFaultWords } from './mailboxes/words.ts';
import { serviceFaultWords } from './services/words.ts';
import { townFaultWords } from './towns/words.ts';

export const settingsWords = {
  title: 'Team settings',
  add: 'Add a person',
  duty: 'Who is on duty',
  meetings: 'Meeting dates',
  letters: 'Contact and signatory of letters',
  mailboxes: 'Email addresses of teams',
  services: 'Other services',
  towns: 'Days and places of Stay and Play',
  savedNow: 'What is saved now',
  typedStays: 'What you entered is still in the form. Save it again if you still want to.',
  pressAgain: 'Use the button again if you still want to.',
  roles: 'Roles',
  whatTheyDo: 'What do they do here?',
  email: 'Email',
  leave: 'Leave',
  standsIn: 'Stands in',
  noOne: 'No one',
  noneKnown: 'None known',
  change: 'Change',
  save: 'Save',
  mailFails: (since: string) => `Emails to this address have come back since ${since}. We ask others in their place.`,
  mailFailsNext: 'Correct the address. If it is right and works again, record that here.',
  mailTrusted: 'Emails arrive again',
  remove: 'Remove from the team',
  othersAsked: 'We will email others about referrals that wait for a decision.',
  othersToday: 'Other tasks stay on the Today page of people with the same role.',
  firstAway: 'First day away',
  lastAway: 'Last day away',
  history: 'What has been changed',
  changedSince: 'The team has been changed since you opened this page. We did not save your change.',
  confirmRemoval: (name: string) => `Remove ${name} from the team?`,
  removed: (name: string) => `${name} is no longer in the team`,
} as const;

export const teamFaultWords: CommandWords<TeamFault> = {
  ID_MISSING: 'Select a person',
  NAME_MISSING: 'Enter their name',
  NAME_TOO_LONG: ({ limit }) => `The name must be ${limit} characters or fewer`,
  NAME_UNPRINTABLE: 'Enter the name again without characters that we cannot show',
  EMAIL_MISSING: 'Enter their email address',
  EMAIL_UNREADABLE: areaWords.emailFormat,
  ROLE_UNKNOWN: 'Select roles from the list',
  DATE_UNREAL: 'Enter a real date, for example 27 9 2026',
  LEAVE_REVERSED: 'The last day must be the first day or later',
  DEPUTY_MISSING: 'Select who stands in for them',
  ...dutyFaultWords,
  ...letterFaultWords,
  ...mailboxFaultWords,
  ...serviceFaultWords,
  ...townFaultWords,
  ...schoolSessionsFaultWords,
};

/** Why a change is not made, at the answer that it is about. */
export const refusalWords: Readonly<
  Record<TeamRefusal['refused'], { readonly path: string; readonly message: string }>
> = {
  UNKNOWN_PERSON: { path: 'deputy', message: 'This person is no longer in the team' },
  WRONG_ID: { path: 'name', message: 'Enter their name again' },
  ID_TAKEN: { path: 'name', message: 'This person is already in the team' },
  MAILBOX_TAKEN: { path: 'mailbox', message: 'Someone in the team already has this email address' },
  LAST_TO_DECIDE: {
    path: 'roles',
    message: 'At least one person must be a triager or the service manager, or no one could decide on a referral',
  },
  OWN_DEPUTY: { path: 'deputy', message: 'Select someone else: no one can stand in for themselves' },
  UNKNOWN_MEETING: { path: 'on', message: 'This meeting is no longer in the calendar' },
  MEETING_KNOWN: { path: 'first-day', message: 'The calendar already has a meeting on this date' },
  MEETING_PAST: { path: 'first-day', message: 'The meeting must be today or later' },
  UNKNOWN_DUTY: { path: 'from-day', message: 'These dates are no longer set' },
  DUTY_PAST: { path: 'from-day', message: 'The first day must be today or later' },
  DUTY_OVERLAPS: { path: 'from-day', message: 'Someone else is on duty on one of these days' },
  UNKNOWN_SERVICE: { path: 'name', message: 'This service is not in the list' },
  SERVICE_KNOWN: { path: 'name', message: 'The list already has a service of this name' },
  CHANGED: { path: 'change', message: settingsWords.changedSince },
};

const changes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    SEEDED: 'The team began as the configuration names it',
    JOINED: 'joined the team',
    LEFT: 'left the team',
    MAILBOX_CHANGED: 'has another email address',
    MAIL_FAILED: 'did not get an email. It came back',
    MAIL_TRUSTED: 'gets emails again',
    ROLES_CHANGED: 'has other roles',
    LEAVE_CHANGED: 'has other leave',
    DEPUTY_CHANGED: 'has another deputy',
    DUTY_CHANGED: 'is on duty on other days',
    LETTERS_CHANGED: 'Letters give another contact or signatory',
    MAILBOXES_CHANGED: 'A team has another email address',
    SERVICES_CHANGED: 'Another service was added or changed',
    STAY_AND_PLAY_CHANGED: 'Letters give another day or place of Stay and Play',
    STARTING_SCHOOL_CHANGED: 'Starting School has other dates or another place',
    MEETINGS_ADDED: 'Meetings were added to the calendar',
    MEETING_CHANGED: 'A meeting was moved to other times',
    MEETING_REMOVED: 'A meeting was removed from the calendar',
  }),
);

/** What a change of the team was, after the name of the person whom it is about. */
export function changeInWords(what: string): string {
  return changes.get(what) ?? 'was changed in a way that this page cannot show yet';
}
