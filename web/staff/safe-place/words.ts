import type { ReasonFault } from '#application/reason-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which staff record that a family has moved to a place that someone must not find. */
export const safePlaceWords = {
  link: 'The family has moved to a safe place',
  title: (reference: string) => `The family has moved to a safe place: referral ${reference}`,
  doneTitle: 'This stops straight away',
  stops: [
    'We send no more emails to anyone in this family.',
    'Every page and every link of the family closes, for each adult.',
    'We do not use or print any address from before. This includes letters that wait to be printed.',
    'Referrers and other services do not see towns, venues, addresses or times.',
  ],
  manager:
    'We ask the service manager to look at this on the same working day, and we email them. Out of hours, they are asked when they next work.',
  nextTitle: 'What you do next',
  next: [
    'If you need the service manager now, call them.',
    'Do not go to the address in the referral. Change or cancel a visit that is planned there.',
    'Ask the adult who is safe how we may reach them. Two of us record that under “Record a safe way to contact someone”.',
    'Do not enter the name or the address of a refuge anywhere here.',
  ],
  reason: 'What do you know, and who told you?',
  hint: 'Do not say where they are. Our team sees this. We do not send it to anyone.',
  button: 'Stop everything to the old address',
  again: 'Record that they have moved again',
  looked: (by: string, at: string) => `${by} looked at this as service manager on ${at}.`,
  notLooked: 'A service manager has been asked to look at this. No one has recorded yet that they did.',
  said: (by: string, at: string, reason: string) => `Recorded by ${by} on ${at}: ${reason}`,
  done: 'Recorded. Emails, pages, links and letters to the old address are stopped. We have asked the service manager to look at this.',
  same: 'Nothing was changed. Someone recorded this since you opened the page. Check what stands.',
  undoTitle: 'If this is wrong',
  undoReason: 'Why is it wrong?',
  undo: 'Remove this record',
  undone: 'The record was removed. Emails and pages are still stopped.',
} as const;

export const safePlaceFaultWords = {
  REASON_MISSING: 'Enter what you know and who told you',
  REASON_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
} as const satisfies CommandWords<ReasonFault>;

export const safePlaceUndoFaultWords = {
  ...safePlaceFaultWords,
  REASON_MISSING: 'Enter why it is wrong',
} as const satisfies CommandWords<ReasonFault>;
