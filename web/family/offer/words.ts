import { CALL_WORKING_DAYS } from '#domain/case/family-ask.ts';
import type { FamilyAnswer } from '#domain/support/offer.ts';

const offers: ReadonlyMap<string, string> = new Map([
  ['HOME_VISITING', 'weekly visits at home'],
  ['PORTAGE_GROUP', 'a place in the Portage group'],
  ['LITTLE_TREASURES', 'a place in Little Treasures'],
]);

/** What is offered, as families read it. */
export function offeredInWords(pathway: string): string {
  return offers.get(pathway) ?? 'support from our team';
}

const labels: Readonly<Record<FamilyAnswer, string>> = {
  ACCEPTED: 'Yes, we would like this',
  LATER: 'Not now, please ask us again later',
  DECLINED: 'No, this is not right for us',
  CALL_ME: 'Please call us before we decide',
};

/** The answers in the order in which they stand on the page. */
export const answerChoices = Object.entries(labels).map(([value, label]) => ({ value, label }));

const done: Readonly<Record<FamilyAnswer, readonly string[]>> = {
  ACCEPTED: ['You accepted our offer.', 'Someone from our team will contact you to agree when to start.'],
  LATER: ['You asked for this later.', 'Your child keeps their place on our waiting list.'],
  DECLINED: [
    'You said no to this offer.',
    'Your child stays on our waiting list. Someone from our team will call you.',
  ],
  CALL_ME: [
    'You asked us to call you.',
    `We aim to call within ${CALL_WORKING_DAYS} working days. We keep the offer for you until then.`,
  ],
};

/** What a family reads once their answer stands. */
export function doneInWords(what: string): readonly string[] {
  return Object.entries(done).find(([code]) => code === what)?.[1] ?? ['We have your answer.'];
}

/** What the page of an offer says. */
export const offerWords = {
  title: 'Our offer to you',
  done: 'Thank you',
  question: 'What would you like?',
  choose: 'Select what you would like',
  more: 'Is there anything that we should know? (optional)',
  moreHint: 'For example, the best time to call you. Only our team reads this',
  tooLong: 'What you enter must be 1,000 characters or fewer',
  button: 'Send your answer',
  by: (day: string) => `Please answer by ${day}.`,
  askWhen: 'Please call us to hear the day and time. We do not put them on this page, to keep you safe.',
  noLoss: 'Whatever you answer, your child keeps their place on our waiting list.',
  lateTitle: 'This offer has closed',
  late: [
    'We had not heard from you, so we offered this place to another child.',
    'Your child stays on our waiting list. You have lost nothing.',
    'We have kept what you sent. Please call us, so that we can talk about what comes next.',
  ],
  firstTitle: 'This offer was already answered',
  first: 'Someone in your family answered before, by their link or by phone. That answer counts.',
  kept: 'We have kept what you sent. If the answer is not right, please call us.',
  endedTitle: 'This offer has ended',
  ended: 'Please call us if you have a question.',
} as const;
