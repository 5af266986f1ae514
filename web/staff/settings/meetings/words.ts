import type { MeetingFault } from '#application/meetings/meeting-command.ts';
import type { CommandWords } from '../../../components/command-words.ts';

export const meetingSettingsWords = {
  title: 'Meeting dates',
  empty: 'The calendar has no meetings to come. Referrals are due after the number of days in the policy.',
  toCome: 'Meetings to come',
  past: 'Past meetings',
  add: 'Add meetings',
  addButton: 'Add to the calendar',
  change: 'Change',
  first: 'Date of the meeting, or of the first one',
  from: 'Begins at',
  until: 'Ends at',
  howOften: 'How often?',
  last: 'Date of the last one, if it repeats',
  firstCalled: 'Date of the meeting',
  lastCalled: 'Last date',
  closedDays: 'We leave out bank holidays and days when the service is closed.',
  save: 'Save times',
  remove: 'Remove this meeting',
  moving:
    'When you change the calendar, referrals that wait for a meeting follow. They are due at the next meeting that is far enough away. If there is none, they keep their date. Referrals of which we have reminded the team keep theirs too.',
  inCalendar: 'In the calendar',
  theMeeting: 'This meeting',
  history: 'Team settings, with everything that has been changed',
  meetingOn: (on: string) => `Meeting on ${on}`,
  followed: (references: string, more: number) =>
    `These referrals are due at another time now: ${references}${more > 0 ? `, and ${more} more` : ''}.`,
  skipped: (days: string) => `We left out ${days}, because the service is closed then.`,
} as const;

/** How often a team meets; `ONCE` is no series. */
export const howOften = [
  { value: 'ONCE', label: 'Only once' },
  { value: '1', label: 'Every week' },
  { value: '2', label: 'Every 2 weeks' },
  { value: '3', label: 'Every 3 weeks' },
  { value: '4', label: 'Every 4 weeks' },
] as const;

export const meetingFaultWords: CommandWords<MeetingFault> = {
  DATE_MISSING: 'Enter the date of the meeting',
  DATE_UNREAL: 'Enter a real date, for example 27 9 2026',
  FROM_UNREADABLE: 'Enter when the meeting begins, for example 9:30am',
  UNTIL_UNREADABLE: 'Enter when the meeting ends, for example 11am',
  TIMES_REVERSED: 'The meeting must end after it begins',
  WEEKS_UNREADABLE: 'Select how often the team meets',
  LAST_UNREAL: 'Enter a real last date, for example 27 9 2027',
  LAST_BEFORE_FIRST: 'The last date must be the first date or later',
  SERIES_TOO_LONG: 'The last date must be within 2 years of the first',
};
