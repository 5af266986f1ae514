import type { VisitFault } from '#application/support/visit-command.ts';
import type { VisitRefusal } from '#domain/support/visits.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the pages about home visits. */
export const visitWords = {
  title: 'My visits',
  today: (on: string) => `Today, ${on}`,
  noneToday: 'You have no visit today.',
  toRecord: 'To record: the time has passed',
  next: 'In the next 5 working days',
  noneNext: 'No visit is planned.',
  toPlan: 'To plan: these children have no next visit',
  later: (count: number) =>
    count === 1 ? '1 more visit is planned later.' : `${count} more visits are planned later.`,
  watchesNoOne: 'This page does not watch you. No one is told if you do not come back from a visit.',
  alone: (phone: string) => `If you work alone, use the lone-working service of the council: ${phone}.`,
  noNumber: 'The lone-working number of the council is not set. The service manager enters it under Visits and groups.',
  record: 'Record',
  open: 'Open',
  plan: 'Plan a visit',
  before: 'Before you visit',
  one: (reference: string) => `Home visits: referral ${reference}`,
  initial: 'Initial visit',
  session: (n: number, most: number) => `Session ${n} of ${most}`,
  sessions: (n: number, most: number) => `${n} of ${most} weekly sessions took place`,
  progress: 'Progress',
  practitioner: 'Practitioner',
  notNamed: 'No one is named yet',
  weekly: 'Weekly visit',
  everyWeek: (day: string, at: string) => `Every ${day} at ${at}`,
  timesToAgree: 'At times to be agreed',
  startedOn: 'Support started',
  notStarted: 'Not yet. It starts with the first weekly session that takes place',
  recordTitle: 'What came of this visit?',
  note: 'Note (optional)',
  noteHint: 'Short. If you did not see the child, say why. Our team sees it, and we send it to no one',
  agreedWith: 'Who did you go through the home visiting agreement with? (optional)',
  agreedHint: (version: number) =>
    `Version ${version}. For example, her mother. Leave it blank if you have not done so yet`,
  agreement: 'Home visiting agreement',
  agreementPage: 'Print the home visiting agreement',
  agreementPrint: 'Print it, and leave it with the family.',
  agreementVersion: (version: number) => `Home visiting agreement, version ${version}`,
  agreementBack: 'Back to my visits',
  ours: 'What we do',
  yours: 'What we ask of you',
  both: 'What else to know',
  signedBy: 'We have gone through this together',
  forFamily: 'For the family',
  practitionerLine: 'Portage practitioner',
  signedOn: 'Date',
  agreeNext: 'No one has recorded the home visiting agreement. Go through it at this visit.',
  notAgreed: 'Not gone through yet. Do this at the initial visit',
  agreed: (version: number, on: string, who: string, by: string) =>
    `Version ${version} was gone through on ${on} with ${who}. Recorded by ${by}`,
  newAgreement: (version: number) => `Version ${version} is new. Go through it at the next visit.`,
  strengths: 'What does the child do well? (optional)',
  needs: 'Where would the family like help? (optional)',
  notedHint: 'As the family says it. Our team sees it. You can use it for the plan',
  strengthsLabel: 'Strengths',
  needsLabel: 'Needs',
  noteTitle: 'Agreement, strengths and needs',
  noteButton: 'Save these',
  recordButton: 'Save',
  planTitle: 'Plan the next visit',
  moveTitle: 'Move this visit',
  date: 'Date',
  dateHint: 'For example, 27 9 2026',
  time: 'Time',
  timeHint: 'For example, 9:30am',
  where: 'Where is it?',
  planButton: 'Save this visit',
  tellFamily: 'Agree the time with the family first. This page does not tell them.',
  extendTitle: 'Ask for further sessions',
  extendLead:
    'In exceptional circumstances, the service manager can agree to 1 to 6 further sessions. There are never more than 24.',
  howMany: 'How many further sessions do you ask for?',
  whyExtend: 'Why does this child need them?',
  whyHint: 'The service manager reads this. We do not send it to anyone.',
  extendButton: 'Ask the service manager',
  extensions: 'Further sessions',
  askedFor: (n: number, by: string, at: string) => `${n} asked for by ${by}, ${at}.`,
  waitsForManager: 'The service manager decides.',
  agreedTo: (n: number, by: string) => `${by} agreed to ${n}. Tell the family at the next visit.`,
  extensionRefused: (by: string) => `${by} did not agree. Tell the family at the next visit.`,
  reason: (said: string) => `Reason: ${said}`,
  nameTitle: 'Name the practitioner',
  who: 'Who visits?',
  sessionsBefore: 'How many weekly sessions took place before they were kept here? (optional)',
  visitOf: (name: string, when: string, town: string) => `${name}, ${when}, in ${town}`,
  noTimeOf: (name: string) => `${name}, at times to be agreed`,
  handOver:
    'Select another colleague, or another weekly visit. The weekly visit that the child has now will be free for another family. The next visit stays as it is planned. Move it if it does not fit.',
  told: 'I have told the family who will visit, and when',
  toldHint: 'This page does not tell them',
  nameButton: 'Save practitioner',
  noPractitioners: 'No one in the team has the role practitioner. The service manager gives it under Team settings.',
  earlier: 'Visits so far',
  unseen: 'Child not seen',
  seen: 'Child seen',
  allDone: 'All sessions that were agreed took place.',
  notVisited: 'This child has no home visits.',
  ended: 'The visits of this child have ended.',
  saved: 'Saved.',
  savedNext: (when: string) => `Saved. The next visit is planned for ${when}.`,
  back: 'My visits',
  recordLink: 'Read the referral',
  planLink: 'Plan of this child: read, change, note progress or print',
} as const;

/** What can come of a visit, as a practitioner selects it. What a miss is called hangs on the place. */
export const cameChoices = (atHome: boolean) => [
  { value: 'ATTENDED_SEEN', label: 'It took place, and I saw the child' },
  { value: 'ATTENDED_UNSEEN', label: 'It took place, and I did not see the child' },
  { value: 'FAMILY_CANCELLED', label: 'The family cancelled' },
  { value: 'SERVICE_CANCELLED', label: 'We cancelled' },
  { value: 'MISSED', label: atHome ? 'No access: no one let me in' : 'The child was not brought' },
];

export const visitPlaces = [
  { value: 'HOME', label: 'At the child’s home' },
  { value: 'CHILDRENS_CENTRE', label: 'At a children’s centre' },
  { value: 'SETTING', label: 'At the nursery or other setting' },
] as const;

const outcomes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ATTENDED: 'It took place',
    FAMILY_CANCELLED: 'The family cancelled',
    SERVICE_CANCELLED: 'We cancelled',
    NO_ACCESS: 'No access: no one let us in',
    WAS_NOT_BROUGHT: 'The child was not brought',
  }),
);

/** What came of a visit, as staff read it. */
export function outcomeInWords(what: string): string {
  return outcomes.get(what) ?? 'Something that this page cannot show yet';
}

/** Where a visit is, as staff read it. */
export function whereInWords(where: string): string {
  return visitPlaces.find(({ value }) => value === where)?.label ?? 'At another place';
}

export const visitFaultWords: CommandWords<VisitFault> = {
  CAME_MISSING: 'Select what came of the visit',
  NOTE_MISSING: 'Enter why you did not see the child',
  NOTE_TOO_LONG: ({ limit }) => `The note must be ${limit} characters or fewer`,
  NOTE_UNPRINTABLE: 'Enter the note again without characters that we cannot show',
  AGREED_UNMET: 'Leave the agreement blank if the visit did not take place',
  AGREED_TOO_LONG: ({ limit }) => `Who you went through the agreement with must be ${limit} characters or fewer`,
  AGREED_UNPRINTABLE: 'Enter who it was with again without characters that we cannot show',
  STRENGTHS_TOO_LONG: ({ limit }) => `What the child does well must be ${limit} characters or fewer`,
  STRENGTHS_UNPRINTABLE: 'Enter what the child does well again without characters that we cannot show',
  NEEDS_TOO_LONG: ({ limit }) => `Where the family would like help must be ${limit} characters or fewer`,
  NEEDS_UNPRINTABLE: 'Enter where the family would like help again without characters that we cannot show',
  DATE_UNREAL: 'Enter a real date, for example 27 9 2026',
  TIME_UNREADABLE: 'Enter a time, for example 9:30am',
  PLACE_UNKNOWN: 'Select where it is',
  PERSON_MISSING: 'Select who visits',
  FAMILY_UNTOLD: 'Tell the family first, then select that you have',
  BEFORE_UNREADABLE: 'Number of sessions must be a whole number from 0 to 24',
};

/** Why nothing was saved, with what to do. */
export const visitRefusalWords: Readonly<Record<VisitRefusal, string>> = {
  NOT_VISITED: 'The visits of this child have ended, or have not been accepted. Nothing was saved.',
  NO_SESSION_LEFT: 'All sessions that were agreed took place. Nothing was saved.',
  NOT_YET: 'The day of this visit has not come yet. If you visited earlier, move the visit to that day first.',
  SLOT_TAKEN: 'Another child has that weekly visit by now. Nothing was saved. Select another one.',
  ALREADY: 'This was saved before. You see it below as it is now.',
  CHANGED:
    'Someone has changed the strengths or needs since you opened this page. Yours are below and not saved. Read theirs above, then save again.',
};
