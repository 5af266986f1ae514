import type { PlanFault } from '#application/plan/plan-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the pages about the plan of a child. */
export const planWords = {
  link: 'Plan',
  title: (reference: string) => `Plan: referral ${reference}`,
  noPlan: 'There is no plan yet. Write it with the family.',
  over: 'Support has ended. You can read the plan, and no one can change it.',
  writtenOn: (on: string, by: string, who: string) => `Written on ${on} by ${by}. Written with: ${who}`,
  sessions: (n: number, most: number) => `${n} of ${most} weekly sessions took place`,
  inGroup: 'In a group',
  progress: 'Progress',
  support: 'Support',
  child: 'Child',
  progressTitle: 'How far is the child?',
  progressHint: 'Change what has changed, then save',
  progressButton: 'Save progress',
  steps: 'Small steps',
  activities: 'Activities for this week',
  others: 'What others do',
  nothing: 'Nothing written',
  write: 'Write the plan',
  change: 'Change the plan',
  print: 'Print the plan for the family',
  earlier: 'Earlier plans',
  earlierTitle: (reference: string) => `Earlier plans: referral ${reference}`,
  noEarlier: 'The plan has not been changed yet.',
  edition: (n: number) => `Plan ${n}`,
  visits: 'Home visits of this child',
  back: 'Back to the plan',
  saved: 'Saved.',
  editTitle: (reference: string) => `Write the plan: referral ${reference}`,
  together: 'Write it with the family, in their words. They get it on paper, so do not name any other child.',
  writtenWith: 'Who did you write it with?',
  withHint: 'For example, her mother and her nursery key worker',
  outcome: (n: number) => `Outcome ${n}`,
  what: 'What does the family hope for?',
  whatHint: 'For example, Ava sits on the floor and plays with both hands. To take an outcome out, empty both boxes',
  stepsHint: 'One on each line, 8 at most. Start with the next one',
  activitiesHint: 'What the family does with the child until the next visit',
  othersHint:
    'For example, what the nursery or a therapist does. We leave it out on paper where it could say where the family is',
  more: 'After you save, you can add another outcome. There are 6 at most.',
  saveButton: 'Save plan',
  theirs: 'The plan as it is now',
  changedEdit:
    'Someone has changed the plan since you opened it. Yours is in the boxes below and not saved. Read theirs first, then save yours.',
  changedProgress:
    'Someone has noted other progress since you opened this page. Yours is not saved. Check what is selected, then save again.',
  closed: 'Support has ended, so nothing was saved.',
} as const;

/** Words of the page on which staff print a plan, and of the sheet for the family. */
export const planPrintWords = {
  back: 'Back to the plan',
  title: (reference: string) => `Print the plan: referral ${reference}`,
  who: 'Who is it for?',
  notFor: 'Who you cannot print it for here',
  noOne: 'You cannot print this plan for anyone. Ask the service manager.',
  guarded:
    'This family has a safety flag, a plan of social care or more than one address. The sheet leaves out visits and what others do.',
  guardedRead: 'Read the plan before you print it. Outcomes, steps and activities are printed as you wrote them.',
  isRead: 'I have read it. It does not say where the child lives, goes or is visited',
  confirm: 'Please confirm',
  arrange: 'What this family needs, so that they can read it',
  show: 'Show the sheet',
  whoMissing: 'Select who it is for',
  readMissing: 'Confirm that you have read the plan',
  refused: 'This plan may not be printed for them any more. Nothing was shown.',
  sheet: (child: string) => `Plan for ${child}`,
  aChild: 'your child',
  printNow: 'Print this page now, and give it to them in person. Do not post or email it.',
  lead: 'We wrote this plan together. It says what you hope for, and the small steps to get there.',
  on: (day: string) => `This is the plan as it was on ${day}.`,
  steps: 'Small steps',
  howFar: 'How far your child is',
  activities: 'What to do together this week',
  others: 'What others do',
  sessions: 'Your visits',
  next: (when: string, where: string) => `The next visit is on ${when}. ${where}`.trim(),
  change: 'You can change this plan with us at any visit.',
  call: 'If something is not right, or you have a question, call us.',
} as const;

/** Where a visit is, as the family reads it; of a code of a later release nothing is said. */
const familyPlaces: ReadonlyMap<string, string> = new Map([
  ['HOME', 'We come to your home.'],
  ['CHILDRENS_CENTRE', 'We meet at the children’s centre.'],
  ['SETTING', 'We meet at the nursery or other setting.'],
]);

export function placeToFamily(where: string): string {
  return familyPlaces.get(where) ?? '';
}

/** How far a child is, as a practitioner selects it and a family reads it. */
export const progressChoices = [
  { value: 'NOT_YET', label: 'Not yet' },
  { value: 'A_LITTLE', label: 'With a lot of help' },
  { value: 'MOSTLY', label: 'With a little help' },
  { value: 'REACHED', label: 'Can do it' },
] as const;

/** The same in words; of a code that only a later release knows nothing is said. */
export function progressInWords(progress: string): string {
  return progressChoices.find(({ value }) => value === progress)?.label ?? 'Something that this page cannot show yet';
}

export const planFaultWords: CommandWords<PlanFault> = {
  WITH_MISSING: 'Enter who you wrote it with',
  WITH_TOO_LONG: ({ limit }) => `Who you wrote it with must be ${limit} characters or fewer`,
  WITH_UNPRINTABLE: 'Enter who you wrote it with again without characters that we cannot show',
  OUTCOMES_MISSING: 'Enter at least one outcome',
  WHAT_MISSING: 'Enter what the family hopes for, or empty its small steps',
  WHAT_TOO_LONG: ({ limit }) => `An outcome must be ${limit} characters or fewer`,
  WHAT_UNPRINTABLE: 'Enter the outcome again without characters that we cannot show',
  STEPS_TOO_LONG: ({ limit }) => `The small steps must be ${limit} characters or fewer`,
  STEPS_TOO_MANY: ({ limit }) => `Enter ${limit} small steps or fewer`,
  STEPS_UNPRINTABLE: 'Enter the small steps again without characters that we cannot show',
  ACTIVITIES_TOO_LONG: ({ limit }) => `Activities must be ${limit} characters or fewer`,
  ACTIVITIES_UNPRINTABLE: 'Enter the activities again without characters that we cannot show',
  OTHERS_TOO_LONG: ({ limit }) => `What others do must be ${limit} characters or fewer`,
  OTHERS_UNPRINTABLE: 'Enter what others do again without characters that we cannot show',
};
