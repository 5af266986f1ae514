import { type PlaceFault, takenOffWhySchema } from '#application/lists/place-command.ts';
import { listPathwaySchema } from '#domain/case/codes.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

/** Words of the page about the place of one child. */
export const placeWords = {
  gateLead: 'Answer these questions if you could not reach the family, or if visits or offers failed more than once.',
  title: (reference: string) => `Place on the waiting list: referral ${reference}`,
  notListed: 'This child is not on a waiting list.',
  left: (why: string, who: string, at: string) =>
    `The child left the list on ${at}. Reason: ${why}. Recorded by ${who}.`,
  back: 'Back to the list',
  record: 'Open the referral',
  list: 'List',
  band: 'Band',
  bandConfirmed: (band: number) => `${band}`,
  bandSuggested: (band: number) => `${band}, suggested. A person must confirm it before any home visit.`,
  bandToSet: 'Someone must still set it',
  target: 'Target date',
  accepted: 'Accepted on',
  listed: 'On a list since',
  referred: 'Referred on',
  hold: 'On hold',
  noHold: 'No',
  holdUntil: (on: string) => `Yes, until ${on}`,
  holdOver: (on: string) => `No. The last hold ended on ${on}`,
  holdOpen: 'Yes, with no end date',
  offer: 'Offer',
  offerLink: 'See the offer',
  look: 'Look at',
  sessions: 'Sessions before',
  reviewed: 'Review of the long wait',
  toldOn: (on: string) => `Family told on ${on}`,
  quiet: 'Released',
  quietSaid: 'Not yet. The child came from a spreadsheet. No one is told anything and no place is offered.',
  nothing: 'Nothing now',
  forFamily: 'What you can tell the family',
  forFamilyHint: 'These words say nothing about any other child.',
  change: 'Change this place',
  history: 'What happened to this place',
  why: 'Reason',
  contacted: ({ how, on, who }: Readonly<Record<'how' | 'on' | 'who', string>>) =>
    `${who} contacted the family ${how} on ${on}.`,
  done: 'Your change is saved.',
  stale: (who: string, what: string, at: string) =>
    `Nothing was saved. ${who} has changed this place since you opened the page: ${what}, on ${at}. Check it, then decide again.`,
  same: (who: string, at: string) => `Nothing was changed. It stands like this already. ${who} recorded it on ${at}.`,
  sameUnknown: 'Nothing was changed. It stands like this already.',
  notMoved: {
    OFFERED: 'Nothing was saved. The family has a place that was offered or accepted.',
    BOOKED:
      'Nothing was saved. An initial assessment is booked. Confirm below that it still fits in the other town, or cancel it first.',
  },
  offerOpen:
    'An offer to this family is open, so the child cannot move to another list. First record what the family answers.',
  offerAccepted: 'The family has accepted a place, so the child cannot move to another list.',
  booked: (when: string, who: string) => `An initial assessment is booked for ${when}, with ${who}.`,
  colleague: 'a colleague',
  fits: 'The booked assessment still fits in the other town',
  fitsHint:
    'If it does not fit, or the child moves to a list for other support, cancel it first. We then tell the family.',
  assessmentLink: 'Change or cancel the assessment',
  reason: 'Why?',
  reasonHint: 'Our team sees this with the referral. We do not send it to anyone.',
  dateHint: 'For example, 27 3 2027',
  backToPlace: 'Back without a change',
} as const;

/** The changes that a service manager can make, in the order in which they are offered. */
export const actionWords = {
  band: {
    what: 'BAND',
    link: 'Confirm or change the band',
    lead: 'Band 1 comes first on the list. The dates stay as they are.',
    button: 'Save the band',
  },
  hold: {
    what: 'HOLD',
    link: 'Put the place on hold',
    lead: 'Only do this if the family asks for it. They keep their place and their target date. We offer them nothing until the hold ends.',
    button: 'Put on hold',
  },
  'end-hold': {
    what: 'END_HOLD',
    link: 'End the hold',
    lead: 'The place and the dates are as before. The family can be offered a place again.',
    button: 'End the hold',
  },
  move: {
    what: 'MOVE',
    link: 'Move to another list',
    lead: 'Every date stays as it is. The target date does not start again. We tell the family and the referrer.',
    button: 'Move the child',
  },
  date: {
    what: 'DATE',
    link: 'Correct a date',
    lead: 'Only do this if the date was wrong from the start. The family gets a letter about it.',
    button: 'Correct the date',
  },
  remove: {
    what: 'REMOVE',
    link: 'Take the child off the list',
    lead: 'Only do this after someone has contacted the family. This closes the referral. We tell the family and the referrer.',
    button: 'Take off the list',
  },
} as const;
export type ActionName = keyof typeof actionWords;

export const fieldWords = {
  band: 'Which band is right for this child?',
  until: 'Until when? (optional)',
  untilHint: 'For example, 27 3 2027. Leave it blank if the family does not know yet.',
  pathway: 'Which list?',
  locality: 'Which town?',
  which: 'Which date was wrong?',
  on: 'What is the right date?',
  why: 'Why does the child leave the list?',
  how: 'How did you contact the family?',
  contactedOn: 'When did you contact the family?',
  who: 'Who contacted the family?',
  whoHint: 'The name of the member of our team.',
} as const;

export const whichDates = { REFERRAL: 'Referral date', LIST: 'Date on the list', TARGET: 'Target date' } as const;

/** What a place became by a change, in its history. */
export const becameWords = {
  band: (band: number) => `Band: ${band}`,
  list: (list: string) => `List: ${list}`,
  moved: (from: string, to: string) => `From: ${from}. To: ${to}`,
  held: 'No end date',
  heldUntil: (on: string) => `Until ${on}`,
  date: (which: string, from: string, to: string) => `${which}: ${to}, and not ${from}`,
} as const;

export const contactHows = {
  BY_PHONE: 'by phone',
  IN_PERSON: 'in person',
  BY_LETTER: 'by letter',
  BY_EMAIL: 'by email',
} as const;

export const leftWhys = {
  FAMILY_DECLINED: 'The family does not want the support',
  MOVED_AWAY: 'The family moved out of the area',
  OTHER_SERVICE: 'Another service supports the child',
  STARTED_SCHOOL: 'The child started school',
  NOT_REACHED: 'We tried several times and could not reach the family',
  LISTED_BY_MISTAKE: 'The child was put on the list by mistake',
  WITHDRAWN: 'The referral was withdrawn',
  DIED: 'The child has died',
  STAY_AND_PLAY_ALONE: 'Stay and Play alone fits the child',
  ADVISORY_TEACHER: 'The advisory teachers support the child',
} as const;

export const placeFaultWords = {
  BAND_MISSING: 'Select a band',
  PATHWAY_MISSING: 'Select a list',
  LOCALITY_MISSING: 'Select a town',
  WHICH_MISSING: 'Select which date was wrong',
  WHY_MISSING: 'Select why the child leaves the list',
  HOW_MISSING: 'Select how you contacted the family',
  WHO_MISSING: 'Enter who contacted the family',
  WHO_TOO_LONG: ({ limit }) => `Name must be ${limit} characters or fewer`,
  WHO_UNPRINTABLE: 'Enter the name again without characters that we cannot show',
  DATE_MISSING: 'Enter a date',
  ...dayFaultWords,
  DATE_PAST: 'Date must be in the future',
  DATE_YEAR: 'Check the year',
  REASON_MISSING: 'Enter a reason',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<PlaceFault>;

/** For what a family waits, by the list. */
export const waitsFor: ReadonlyMap<string, string> = new Map(
  Object.entries({
    INITIAL_ASSESSMENT: 'a first visit at home',
    HOME_VISITING: 'home visits',
    PORTAGE_GROUP: 'the Portage group',
    LITTLE_TREASURES: 'Little Treasures',
  }),
);

const choicesIn = (said: Readonly<Record<string, string>>) =>
  Object.entries(said).map(([value, label]) => ({
    value,
    label: `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`,
  }));

/** The choices of each question, in the order of the form. */
export const choiceWords = {
  bands: ['1', '2', '3'].map((value) => ({ value, label: `Band ${value}` })),
  pathways: listPathwaySchema.options,
  dates: choicesIn(whichDates),
  hows: choicesIn(contactHows),
  whys: takenOffWhySchema.options.map((value) => ({ value, label: leftWhys[value] })),
} as const;
