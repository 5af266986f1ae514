import type * as z from 'zod';
import type { AskFault } from '#application/family-pages/ask-team.ts';
import { CALL_WORKING_DAYS, LOOK_WORKING_DAYS } from '#domain/case/family-ask.ts';
import type { AskedWhat, upheldSchema } from '#domain/case/family-ask-shape.ts';
import type { CommandWords } from '../../components/command-words.ts';

interface TellWords {
  /** As it stands in the address. */
  readonly at: string;
  readonly link: string;
  /** How it is called once it was told, where the link says it as something to do. */
  readonly told?: string;
  readonly lead: string;
  readonly label: string;
  readonly hint: string;
}

const days = (count: number) => `We aim to answer you within ${count} working days.`;
const KEEPS = 'Telling us something never takes a child off our list.';
const COMPLAINT_KEEPS = 'A complaint never takes a child off our list.';
const OTHERS = 'Someone who did not make our decision answers you.';
const BY_WHEN = 'Once you have sent it, your page shows the day by which we aim to answer.';

/** What a family can tell or ask, in the order in which it stands on the page. */
export const tellWords: Readonly<Record<AskedWhat, TellWords>> = {
  CHANGED: {
    at: 'changed',
    link: 'Something has changed for our child',
    lead: `Someone in our team reads this and looks at your place on the list. ${days(LOOK_WORKING_DAYS)}`,
    label: 'What has changed?',
    hint: 'For example, what is harder for your child now, or what they can do now',
  },
  DETAILS: {
    at: 'details',
    link: 'Our details have changed',
    lead: `Someone in our team checks this before we use it. ${days(LOOK_WORKING_DAYS)}`,
    label: 'What is wrong or new?',
    hint: 'For example, a new phone number. If you moved to be safe, please call us and do not write it here',
  },
  HOURS: {
    at: 'hours',
    link: 'Our nursery hours changed',
    lead: `This can change what we offer. It does not change your place on the list. ${days(LOOK_WORKING_DAYS)}`,
    label: 'How many hours a week does your child go now?',
    hint: 'For example, 12 hours a week from 4 January. You do not need to name the nursery',
  },
  STOP: {
    at: 'stop',
    link: 'We no longer want this',
    lead: `Nothing stops when you send this. Someone calls you first. We aim to call within ${CALL_WORKING_DAYS} working days.`,
    label: 'Do you want to tell us why? (optional)',
    hint: 'You do not have to. You can come back to us later',
  },
  LOOK_AGAIN: {
    at: 'look-again',
    link: 'Ask the team to check again',
    lead: `If you do not agree with us, tell us. ${KEEPS} ${days(LOOK_WORKING_DAYS)}`,
    label: 'What should we look at?',
    hint: 'For example, what we do not know yet about your child',
  },
  CALL_ME: {
    at: 'call',
    link: 'Ask us to call you',
    lead: `We call the number that we know is safe. We aim to call within ${CALL_WORKING_DAYS} working days.`,
    label: 'What do you want to talk about, and when is a good time? (optional)',
    hint: 'For example, mornings. Tell us if you want someone who speaks your language',
  },
  COMPLAINT: {
    at: 'complaint',
    link: 'Make a complaint',
    told: 'Your complaint',
    lead: `${OTHERS} ${COMPLAINT_KEEPS} ${BY_WHEN}`,
    label: 'What went wrong, and what should we do?',
    hint: 'For example, who you spoke to and on which day',
  },
  DATA_COMPLAINT: {
    at: 'information-complaint',
    link: 'Complain about how we use your information',
    told: 'Your complaint about how we use your information',
    lead: `${OTHERS} ${COMPLAINT_KEEPS} ${BY_WHEN}`,
    label: 'What did we do with your information?',
    hint: 'For example, what was wrong, or who should not have seen it',
  },
};

/** Words of the pages on which a family tells us something, and of what they told us before. */
export const tellPageWords = {
  button: 'Send',
  keeps: KEEPS,
  back: 'Back to your page',
  closed: 'Your page was closed',
  closedSays: 'We did not get what you sent. Please call us, so that we can talk about it.',
  kept: 'This is what you wrote:',
  heading: 'What you told us',
  asked: (what: string, day: string) => `${what}: you told us on ${day}.`,
  waits: (day: string) => `We aim to answer by ${day}.`,
  byAnother: 'We have your complaint. Someone who did not make our decision answers you.',
  secondStage: (until: string, days: number) =>
    `If you are not happy with this answer, you can complain again until ${until}. Someone else will then answer. We aim to do that within ${days} working days.`,
  ombudsman:
    'You can also go to the Local Government and Social Care Ombudsman. Call 0300 061 0614 or go to lgo.org.uk.',
  commissioner: 'You can also go to the Information Commissioner’s Office. Call 0303 123 1113 or go to ico.org.uk.',
  answered: (day: string) => `We answered on ${day}.`,
  hidden: 'Please call us to hear our answer again. We do not put it on this page, to keep you safe.',
} as const;

export const upheldWords: Readonly<Record<z.infer<typeof upheldSchema>, string>> = {
  UPHELD: 'We agree with your complaint.',
  PARTLY: 'We agree with part of your complaint.',
  NOT_UPHELD: 'We do not agree with your complaint.',
};

export const tellFaultWords = {
  WHAT_MISSING: 'Select what you want to tell us',
  FROM_MISSING: 'Select who told you',
  WORDS_MISSING: 'Enter what you want to tell us',
  WORDS_TOO_LONG: ({ limit }) => `What you enter must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter it again without characters that we cannot show',
} as const satisfies CommandWords<AskFault>;
