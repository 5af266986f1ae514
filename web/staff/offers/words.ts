import type { PassedOverWhy } from '#domain/lists/propose.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

/** Words of the pages about free places, and about the offer of one child. */
export const offersWords = {
  sessions: 'Sessions of the group',
  came: (on: string) => `${on}: came`,
  missed: (on: string) => `${on}: did not come`,
  title: 'Offers',
  lead: 'Each free place goes to the next child in the order of the list. You confirm each offer.',
  keeps: 'A child who is passed over keeps their place on the waiting list.',
  out: 'Offers that are open or accepted',
  outOf: (n: number) => (n === 0 ? 'Offers that are open or accepted' : `Offers that are open or accepted: ${n}`),
  firstOut: 'Start of these offers',
  nextOut: 'More of these offers',
  noneOut: 'No offer is open now.',
  free: 'Free places',
  noneFree: 'No place is free now.',
  capacity: 'Change visits and groups',
  next: 'Next child',
  noNext: 'There is no child to offer this to now.',
  overTarget: 'Over target',
  target: (on: string) => `Target date ${on}`,
  passedOver: (n: number) => (n === 1 ? '1 child passed over' : `${n} children passed over`),
  more: (n: number) => `and ${n} more`,
  alike: (n: number) => `${n} places like this are free.`,
  open: 'Check and offer',
  slot: ({ what, locality, when }: Readonly<Record<'what' | 'locality' | 'when', string>>) =>
    `${what}, ${locality}: ${when}`,
  when: (day: string, at: string) => `every ${day}, ${at}`,
  first: (on: string) => `First possible day: ${on}`,
  noFirst: 'No day is free in the next 4 months. Check the terms and the closed days.',
  with: (name: string) => `With ${name}`,
  confirmTitle: 'Offer this place',
  confirmNews: 'We will email the family where that is safe. If not, we will ask our team to write to or call them.',
  confirmKeeps: 'We keep this place for the family until they answer or their time to answer is over.',
  confirm: 'Offer this place',
  back: 'Back to offers',
  gone: 'This place is not free',
  goneWhy: 'Someone has offered it to another child, or it has ended. Nothing was changed by you.',
  changed: 'Nothing was offered. The list has changed since you opened this page. Check it, then decide again.',
  child: (reference: string) => `Offer: referral ${reference}`,
  link: 'See the offer',
  notOffered: 'This child was not offered a place.',
  made: 'The offer is made. We will tell the family.',
  saved: 'Your change is saved.',
  offered: 'Place offered',
  offeredOn: 'Offered on',
  state: 'State',
  byLine: (at: string, who: string) => `${at}, by ${who}`,
  waiting: 'Waiting for the family to answer',
  waitingUntil: (on: string) => `Waiting for the family to answer. They have until ${on}`,
  noDeadline: 'Waiting for the family to answer. Their time starts when our offer reaches them',
  callAsked: 'The family asked us to call before they answer. We keep the place until then',
  ended: 'The offer ended without an answer',
  started: (on: string) => `Support began on ${on}`,
  toRing: 'Someone from our team must call the family before we offer another place.',
  openRing: 'Open the task to call the family',
  toRingFirst: 'Someone from our team must call the family, so that they can answer this offer.',
  answerTitle: 'Record an answer by phone or in person',
  answer: 'What did the family answer?',
  text: 'What did they say? (optional)',
  textHint: 'Only our team reads this',
  answerButton: 'Record the answer',
  startsItself: 'Support starts with the first weekly session that is recorded.',
  visits: 'Home visits of this child',
  startTitle: 'Record that support began',
  startLead: 'This takes the child off the waiting list. Only do this after the first group that the child came to.',
  on: 'On which day did it begin?',
  onHint: 'For example, 27 9 2026',
  startButton: 'Record that support began',
  late: 'Another answer was first, or the offer had ended. We kept what you entered with the referral.',
  notAccepted: 'Nothing was saved. No offer is accepted, or support has begun already.',
  place: 'See the place on the waiting list',
  earlier: 'Earlier offers',
  choose: 'Select what the family answered',
  tooLong: 'What you enter must be 1,000 characters or fewer',
} as const;

/** Why a child is passed over when a place is free. */
export const passedOverWords: Readonly<Record<PassedOverWhy, string>> = {
  OTHER_PATHWAY: 'waits for other support',
  OTHER_LOCALITY: 'waits in another town',
  OFFERED: 'already has an offer',
  TO_RING: 'someone must call the family first',
  UNDER_WAY: 'we are still telling the family about the last offer',
  ON_HOLD: 'on hold, as the family asked',
  BAND_NOT_CONFIRMED: 'someone must confirm the band before any home visit',
  NOT_DECIDED_JOINTLY: 'waits for a yes of the services that decide with us',
  NOT_RELEASED: 'came from a spreadsheet that no one has released yet',
  PROPOSED: 'next for another free place',
};

/** What a family answered, in the order of the form. */
export const staffAnswers = [
  { value: 'ACCEPTED', label: 'They accept' },
  { value: 'LATER', label: 'They want it later' },
  { value: 'DECLINED', label: 'They say no to this offer' },
  { value: 'CALL_ME', label: 'They want us to call again before they answer' },
] as const;

/** How an offer was answered. */
export const answeredWords: ReadonlyMap<string, string> = new Map([
  ['ACCEPTED', 'The family accepted'],
  ['LATER', 'The family wants it later'],
  ['DECLINED', 'The family said no to this offer'],
  ['NO_ANSWER', 'The family did not answer in time'],
]);

/** What is offered, as staff read it. */
export const slotWords: ReadonlyMap<string, string> = new Map([
  ['HOME_VISITING', 'Weekly home visit'],
  ['PORTAGE_GROUP', 'Portage group'],
  ['LITTLE_TREASURES', 'Little Treasures'],
]);

export const startFaultWords: CommandWords<'DATE_MISSING' | 'DATE_UNREAL' | 'DATE_IN_FUTURE' | 'DATE_TOO_EARLY'> = {
  DATE_MISSING: 'Enter the day on which support began',
  ...dayFaultWords,
  DATE_TOO_EARLY: 'Date must be on or after the day of the offer',
};
