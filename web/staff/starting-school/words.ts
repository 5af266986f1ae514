import type { schoolSessionsFaults } from '#application/access/school-sessions-command.ts';
import type { SchoolFault } from '#application/starting-school/school-command.ts';
import type { SchoolAnswer } from '#domain/case/school-shape.ts';
import type { CohortWhy } from '#domain/support/starting-school.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const schoolWords = {
  title: 'Starting School',
  lead: (year: number) =>
    `Children we accepted who start school in September ${year}. Those who had home visits or the Portage group are invited to five sessions in the summer term.`,
  earlier: (year: number) => `Summer term ${year}`,
  later: (year: number) => `Summer term ${year}`,
  sessions: 'When and where',
  noSessions: 'No dates are set for this summer term. Set them before you invite families.',
  setSessions: 'Set the dates',
  confirmTitle: 'To be invited',
  confirmLead:
    'We email each family, where that is safe. For the others, our team gets a letter to print, or a task to tell them in person.',
  confirmButton: (children: number) => `Confirm and invite ${children} ${children === 1 ? 'family' : 'families'}`,
  confirmNone: 'No one waits to be invited.',
  reviewTitle: 'For you to decide',
  reviewLead: 'The published rules do not say if these children are invited. Select those that you decide on.',
  select: 'Which children?',
  chosenQuestion: 'Are they invited?',
  yes: 'Yes',
  no: 'No',
  reason: 'Why?',
  reasonHint: 'Our team reads this in the record. We do not send it to anyone.',
  chooseButton: 'Save decision',
  invitedTitle: 'Invited',
  invitedOn: 'Invited on',
  registersTitle: 'Who came',
  session: 'Session',
  whoCame: 'Who came',
  cameOnce: (came: number, invited: number) =>
    `${came} of ${invited} invited ${invited === 1 ? 'child' : 'children'} came at least once.`,
  cameTo: 'Came to',
  didNotCome: 'Did not come to',
  outTitle: 'Not invited',
  child: 'Child',
  town: 'Town',
  why: 'Why',
  answer: 'Answer',
  noAnswerYet: 'No answer yet',
  call: 'Call the family',
  anyTown: 'Not known',
  empty: 'No child we accepted starts school in this year.',
  isMore: 'There are more children than this page can show. Ask your operator.',
  findTitle: 'A child who is missing here',
  findLead: 'If we accepted a child long ago, this page may not know them yet. Enter their reference.',
  findLabel: 'Reference',
  findButton: 'Open the child',
  findUnknown: 'Enter the reference of a child we accepted',
  changed:
    'The children or the dates have changed since you opened this page. We have invited no one. Check both, then confirm again.',
  noDates: 'Set the dates of the sessions first. We have invited no one.',
  done: (invited: string) =>
    `${invited === '1' ? '1 family is' : `${invited} families are`} invited. Each child stands below with what came of it.`,
  left: (left: number) =>
    `${left === 1 ? '1 child is' : `${left} children are`} not invited yet. They stand under “To be invited”. Confirm again to go on.`,
  saved: 'Saved.',
  same: 'Nothing was changed. What stands is below.',
  back: 'Starting School',
  record: 'Read the referral',
  childTitle: (name: string) => `Starting School: ${name}`,
  nameless: (reference: string) => `referral ${reference}`,
  stands: 'Summer term',
  starts: 'Starts school',
  september: (year: number) => `September ${year}`,
  deferred: (year: number, by: string) =>
    `September ${year}, a year later than by the date of birth. Recorded by ${by}.`,
  answerTitle: 'Record the answer',
  answerQuestion: 'What did the family say?',
  answerButton: 'Save answer',
  deferTitle: 'A start a year later',
  deferQuestion: 'Does the child start school a year later than by the date of birth?',
  deferHint: 'This is called deferred entry. The parents agree it with the school.',
  deferButton: 'Save when the child starts',
  chooseTitle: 'Decide if the child is invited',
  chooseQuestion: 'Is the child invited?',
  died: 'It is recorded that the child has died. No one is invited.',
  sessionsTitle: 'Dates of Starting School',
  sessionsLead:
    'The invitation says these dates and the place. Families in a town without dates read those of every town.',
  sessionsChanged: 'If you change a date after families were invited, call them. We do not send the invitation again.',
  nth: (n: number) => `Session ${n}`,
  save: 'Save dates',
  remove: 'Remove',
  change: 'Change',
  notSet: 'No dates are set.',
} as const;

const whys: Readonly<Record<CohortWhy, string>> = {
  HAD_HOME_VISITING: 'Had home visits',
  HAD_PORTAGE_GROUP: 'Came to the Portage group',
  HAD_LITTLE_TREASURES: 'Came to Little Treasures, and had nothing else',
  HAD_STAY_AND_PLAY: 'Was invited to Stay and Play, and nothing else began',
  CHOSEN: 'Someone in our team decided so',
  LEFT_OUT: 'Someone in our team decided not to invite them',
  NOT_RELEASED: 'From a list that no one has released',
  ANOTHER_YEAR: 'Starts school in another year',
  DIED: 'It is recorded that the child has died',
};

/** Why a child stands where they stand, as staff read it. */
export function whyInWords(why: CohortWhy): string {
  return whys[why];
}

export const schoolAnswers: readonly { readonly value: SchoolAnswer; readonly label: string }[] = [
  { value: 'YES', label: 'Yes, they would like to come' },
  { value: 'NO', label: 'No, they do not want to come' },
  { value: 'NO_ANSWER', label: 'We tried, and they did not answer' },
];

export const schoolFaultWords: CommandWords<SchoolFault> = {
  ANSWER_MISSING: 'Select what the family said',
  DEFERRED_MISSING: 'Select yes if the child starts school a year later',
  INVITED_MISSING: 'Select yes if they are invited',
  NO_ONE_SELECTED: 'Select at least one child',
  REASON_MISSING: 'Enter why',
  REASON_TOO_LONG: ({ limit }) => `The reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
};

export const schoolSessionsFaultWords: CommandWords<keyof typeof schoolSessionsFaults> = {
  SESSION_UNREAL: 'Enter a real date, for example 27 4 2027',
  SESSION_NOT_IN_SUMMER: 'Date must be in the summer term, from April to July of that year',
  SESSION_NOT_AFTER: 'Date must be after that of the session before',
};
