import type { AssessmentFault } from '#application/assessments/assessment-command.ts';
import type { BookingWarning } from '#application/assessments/book-assessment.ts';
import type { AssessmentRefusal } from '#domain/case/book-assessment.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const assessmentWords = {
  title: 'Initial assessments',
  one: (reference: string) => `Initial assessment: referral ${reference}`,
  own: 'These are the initial assessments that you are booked for.',
  toDecide: 'Someone must decide what happens next',
  toRecord: 'To record: the time has passed',
  thisWeek: 'In the next 7 days',
  later: 'Later',
  toBook: 'To book, in the order of the list',
  more: (count: number) => `Show ${count} more`,
  inArea: 'to book in',
  empty: 'There are none.',
  link: 'Initial assessment',
  open: 'Open',
  book: 'Book',
  record: 'Record',
  booked: 'Booked',
  when: 'Date and time',
  who: 'Practitioner',
  where: 'Place',
  atHome: 'At the child’s home',
  child: 'Child',
  home: 'Home address',
  movedHome:
    'The family has moved to a safe place. Do not go to the address in the referral, and do not give it to anyone.',
  newAddress: (who: string) => `Address of ${who}`,
  noHome: 'The referral does not give one. Ask the family.',
  reach: 'How to reach the family',
  safety: 'Before you visit',
  missedBefore: 'Missed before',
  bookTitle: 'Book it',
  moveTitle: 'Move it',
  practitioner: 'Who will visit?',
  noPractitioners: 'No one in the team has the role practitioner. The service manager gives it under Team settings.',
  date: 'Date',
  dateHint: 'For example, 27 9 2026',
  time: 'Time',
  timeHint: 'For example, 9:30am',
  place: 'Where is it?',
  elsewhere: 'Somewhere else',
  whereText: 'If it is somewhere else: name and address of the place',
  bookButton: 'Book and tell the family',
  moveButton: 'Move and tell the family',
  anyway: 'Book it all the same',
  family: 'We will email the family where that is safe. If not, we will ask the service manager to call them.',
  cancelTitle: 'Cancel it',
  cancelReason: 'Why is it cancelled?',
  teamOnly: 'Our team sees this with the referral. We do not send it to anyone.',
  cancelButton: 'Cancel and tell the family',
  tookPlace: 'It took place',
  outcome: 'Which support was found?',
  band: 'Confirm the band',
  bandHint: (band: number | null) =>
    band === null ? 'The service suggests none. It is needed for a waiting list' : `The service suggests band ${band}`,
  hours: 'Hours a week in a nursery or other setting now (optional)',
  hoursHint: 'For example, 12 or 7.5',
  words: 'What has changed since the referral? (optional)',
  agreed: 'For the Advisory Teacher service: do the parents agree that we share the referral?',
  outcomeNews: 'We will tell the family what happens next. The dates of the child’s place stay as they are.',
  doneButton: 'Record the assessment',
  notDone: 'It did not take place',
  why: 'What happened?',
  missedNews: 'After the second time, or if there is a safety concern, the service manager decides what happens next.',
  missedButton: 'Record that it did not take place',
  done: 'The assessment was done',
  notWaiting: 'The child does not wait for an initial assessment.',
  notReleased:
    'The child came from a spreadsheet that no one has released yet. You can book the visit once a service manager has released it.',
  asked: 'A visit was missed. The service manager must now decide what happens next, from the Today page.',
  back: 'Back to initial assessments',
  recordLink: 'Read the referral',
  yes: 'Yes',
  no: 'No',
  bandLabel: (band: number) => `Band ${band}`,
} as const;

/** What an initial assessment can lead to, as staff select it. */
export const outcomeChoices = [
  { value: 'HOME_VISITING', label: 'Home visits: the child joins that waiting list' },
  { value: 'PORTAGE_GROUP', label: 'Portage group: the child joins that waiting list' },
  { value: 'LITTLE_TREASURES', label: 'Little Treasures: the child joins that waiting list' },
  { value: 'STAY_AND_PLAY_ALONE', label: 'Stay and Play alone: the child leaves the waiting list' },
  { value: 'ADVISORY_TEACHER', label: 'Advisory Teacher service: the child leaves the waiting list' },
] as const;

export const missedChoices = [
  { value: 'NOT_BROUGHT', label: 'The child was not brought' },
  { value: 'NO_ACCESS', label: 'No one let us in' },
] as const;

const outcomes: ReadonlyMap<string, string> = new Map([
  ['HOME_VISITING', 'Home visits'],
  ['PORTAGE_GROUP', 'Portage group'],
  ['LITTLE_TREASURES', 'Little Treasures'],
  ['STAY_AND_PLAY_ALONE', 'Stay and Play alone'],
  ['ADVISORY_TEACHER', 'Advisory Teacher service'],
]);

/** What was found at an assessment. */
export function foundInWords(outcome: string): string {
  return outcomes.get(outcome) ?? 'Another support';
}

/** Why a visit did not take place. */
export function missedInWords(why: string): string {
  return missedChoices.find(({ value }) => value === why)?.label ?? 'It did not take place';
}

export const assessmentFaultWords: CommandWords<AssessmentFault> = {
  PERSON_MISSING: 'Select who will visit',
  DATE_UNREAL: 'Enter a real date, for example 27 9 2026',
  TIME_UNREADABLE: 'Enter a time, for example 9:30am',
  PLACE_UNKNOWN: 'Select where it is',
  WHERE_MISSING: 'Enter the name and address of the place',
  WHERE_TOO_LONG: ({ limit }) => `The place must be ${limit} characters or fewer`,
  WHERE_UNPRINTABLE: 'Enter the place again without characters that we cannot show',
  WHY_UNKNOWN: 'Select what happened',
  WHAT_UNKNOWN: 'Select what happens next',
  OUTCOME_MISSING: 'Select which support was found',
  BAND_UNKNOWN: 'Select a band',
  HOURS_UNREADABLE: 'Hours must be a number from 0 to 168, for example 12 or 7.5',
  AGREED_MISSING: 'Select whether the parents agree that we share the referral',
  WORDS_TOO_LONG: ({ limit }) => `The answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
  REASON_MISSING: 'Enter the reason',
  REASON_TOO_LONG: ({ limit }) => `The reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
};

/** Why a change is not made, at the control that it is about. */
export const assessmentRefusalWords: Readonly<
  Record<AssessmentRefusal['refused'], { readonly path: string; readonly message: string }>
> = {
  NOT_WAITING: { path: 'on-day', message: 'This child does not wait for an initial assessment any more' },
  DONE: { path: 'outcome', message: 'This assessment has already been recorded as done' },
  ASKED: { path: 'on-day', message: 'First, someone must decide what happens after the missed visits' },
  RECORD_FIRST: { path: 'why', message: 'The booked time has passed. First record what happened' },
  NONE: { path: 'on-day', message: 'No visit is booked any more' },
  OVERTAKEN: {
    path: 'on-day',
    message: 'Someone has changed the booking since you opened this page. Check it and try again',
  },
  IN_PAST: { path: 'on-day', message: 'The date and time must be in the future' },
  NOT_YET: { path: 'outcome', message: 'The booked time has not come yet' },
  NOT_ASKED: { path: 'what', message: 'This has already been decided' },
  BAND_MISSING: { path: 'band', message: 'Select a band' },
};

export const warningWords: Readonly<Record<BookingWarning, string>> = {
  ON_LEAVE: 'The practitioner is on leave on this day.',
  BUSY: 'The practitioner is booked for another visit at about this time.',
  CLOSED: 'The service is closed on this day.',
};

export const afterMissedWords = {
  title: (reference: string) => `Decide what happens after missed visits: referral ${reference}`,
  twice: 'Our team and this family have missed each other at least twice.',
  flagged: 'Our team and this family have missed each other, and there is a safety concern in the referral.',
  lead: 'Speak with the family or the referrer first. Nothing is booked until you decide, and the child keeps the place.',
  what: 'What happens next?',
  reason: 'Why, and who did you speak with?',
  hint: 'Our team sees this with the referral. We do not send it to anyone.',
  gateLead: 'Answer these questions if you take the child off the waiting list.',
  record: 'Record the decision',
} as const;

export const goesOnChoices = [
  { value: 'OFFER_AGAIN', label: 'Offer another visit' },
  { value: 'ASK_REFERRER', label: 'I spoke to the referrer. Keep the place and offer another visit' },
  { value: 'TAKE_OFF', label: 'Take the child off the waiting list, after contact with the family' },
] as const;
