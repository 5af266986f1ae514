import type { AskFault } from '#application/family-pages/ask-team.ts';
import { CALL_WORKING_DAYS, LOOK_WORKING_DAYS } from '#domain/case/family-ask.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which staff record what someone told them by phone. */
export const toldByPhoneWords = {
  title: 'Someone tells us something',
  next: `We ask the service manager to answer within ${LOOK_WORKING_DAYS} working days, and within ${CALL_WORKING_DAYS} if they want a call or do not want this any more. A complaint has longer.`,
  reference: 'Reference',
  from: 'Who tells us?',
  what: 'What is it about?',
  words: 'What do they say?',
  hint: 'In their own words. Only our team can read this.',
  button: 'Record this',
  done: (reference: string) => `Recorded: referral ${reference}`,
  doneSays: 'We asked the service manager to look at it and to answer.',
  complaintSays: (known: string, answered: string) =>
    `Confirm to them by ${known} that we have it, in a way that is safe. Someone who did not decide answers by ${answered}.`,
  unknown: 'Enter the reference of a referral that we have',
  closed: 'Nothing can be recorded for this referral. Talk to the service manager',
} as const;

/** What they tell, as staff select it. */
export const toldWhats = [
  { value: 'CHANGED', label: 'Something has changed for the child' },
  { value: 'DETAILS', label: 'Their details have changed' },
  { value: 'HOURS', label: 'The hours in a nursery or other setting changed' },
  { value: 'STOP', label: 'They no longer want this' },
  { value: 'LOOK_AGAIN', label: 'They ask the team to check again' },
  { value: 'CALL_ME', label: 'They ask for a call' },
  { value: 'COMPLAINT', label: 'They complain about our service' },
  { value: 'DATA_COMPLAINT', label: 'They complain about how we use information' },
] as const;

/** Who tells, as staff select it. */
export const toldFroms = [
  { value: 'FAMILY', label: 'The family' },
  { value: 'REFERRER', label: 'Someone who works with the child' },
] as const;

export const toldFaultWords = {
  WHAT_MISSING: 'Select what it is about',
  FROM_MISSING: 'Select who tells us',
  WORDS_MISSING: 'Enter what they say',
  WORDS_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
} as const satisfies CommandWords<AskFault>;
