import type { ReasonFault } from '#application/reason-command.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { contactCheckReasonWords, contactCheckWords } from '../contact/words.ts';
import { putRightWords, sendAgainWords } from '../put-right-words.ts';
import type { ActWords } from './act.ts';

const many = (one: string, several: (n: number) => string) => (n: number) => (n === 1 ? one : several(n));
const NAMELESS = 'Do not name the child or the family.';
const UNDO = 'You can take it back here for 5 minutes. Then it counts, and people are told.';

/** Words that all acts share. */
export const actPageWords = {
  choose: 'What can be done with all of these',
  title: (what: string, reference: string) => `${what}: case ${reference}`,
  back: (reference: string) => `Case ${reference}`,
  read: (reference: string) => `Read referral ${reference}`,
  result: 'Result',
  first: (n: number, of: number) => `One press does ${n} of these ${of}. Press again for the rest.`,
  left: (n: number) =>
    n === 1 ? 'One is left. Press again to do it.' : `${n} are left. Press again to do the next ones.`,
  none: 'It does not fit this case as it stands now. Someone may have been first.',
  managerOnly: 'Only a service manager can do this.',
  ask: 'Ask one of them:',
  noManager: 'No one is a service manager now.',
  all: 'Show the whole list',
} as const;

export const restartActWords: ActWords = {
  what: putRightWords.restart,
  lead: [putRightWords.what],
  reason: putRightWords.reason,
  hint: putRightWords.hint,
  missing: 'Enter why it can start again',
  all: putRightWords.restartAll,
  done: putRightWords.done,
};

export const sendActWords: ActWords = {
  what: 'Send each email again',
  lead: [sendAgainWords.what],
  reason: sendAgainWords.reason,
  hint: sendAgainWords.hint,
  missing: sendAgainWords.missing,
  all: sendAgainWords.sendAll,
  done: sendAgainWords.done,
};

export const renewWords = {
  what: 'Send a new link, and end the one before',
  lead: ['Who we wait for gets the email again, with a new link. The one before opens nothing any more.'],
  reason: 'Why do they need a new link?',
  hint: `For example, the link has run out. ${NAMELESS}`,
  missing: 'Enter why they need a new link',
  all: many('Send a new link', (n) => `Send ${n} new links`),
  done: (n: number, of: number) => `${n} of ${of} get a new link`,
} as const satisfies ActWords;

export const contactWords: ActWords = {
  what: 'Ask the team to check contact details',
  lead: [contactCheckWords.lead],
  reason: contactCheckWords.reason,
  hint: contactCheckWords.hint,
  missing: String(contactCheckReasonWords.REASON_MISSING),
  all: many(contactCheckWords.button, (n) => `Ask the team about these ${n} cases`),
  done: (n: number, of: number) => `The team was asked about ${n} of ${of}`,
};

export const reassignWords = {
  what: 'Give the open task to someone else',
  lead: ['We email who takes over once. A link that someone else has to a decision stops working.'],
  reason: 'Why does someone else do it?',
  hint: `For example, a colleague is ill. ${NAMELESS}`,
  missing: 'Enter why someone else does it',
  all: many('Give this task to them', (n) => `Give these ${n} tasks to them`),
  done: (n: number, of: number) => `${n} of ${of} tasks are now theirs`,
  other: (what: string) => `Give another task to someone else: ${what}`,
  theirs: (name: string) => `It is now a task of ${name}`,
  same: (name: string) => `It was a task of ${name} already`,
  decided: 'It is decided or done already',
  named: 'A decision names the second person, so no one else can do it',
  notTold: 'We could not email them. Tell them yourself',
} as const;

export const withdrawWords = {
  what: 'Withdraw it for the referrer',
  lead: [
    'Use this where the referrer has asked us to, and cannot do it by their own link.',
    'No one works on it any more. We tell the referrer and the team.',
    'The family hears that the referral was taken back, or a person tells them, as when the referrer withdraws.',
    'You cannot undo it. The referrer can send a new referral.',
  ],
  reason: 'Who asked us to, how, and why?',
  hint: 'The team can read this. The referrer and the family do not.',
  missing: 'Enter who asked us to, how, and why',
  all: many('Withdraw this referral', (n) => `Withdraw these ${n} referrals`),
  done: (n: number, of: number) => `${n} of ${of} are withdrawn`,
  did: 'The referral is withdrawn',
  same: 'It was withdrawn already',
} as const satisfies ActWords & Record<string, unknown>;

export const withdrawRefusals = {
  DECIDING: 'A decision was recorded a moment ago. Look again in 5 minutes',
  ENDED: 'It has ended in another way',
  LISTED: 'The child has a place. Someone speaks with the family first, and takes the child off the list',
} as const;

export const releaseWords = {
  what: 'Release it: it is a referral',
  lead: ['It goes on as every referral does, from its check. Until now no one outside our team heard of it.', UNDO],
  reason: 'How do you know that it is a referral?',
  hint: 'For example, we rang the surgery, and they had sent it. The team can read this.',
  missing: 'Enter how you know that it is a referral',
  all: many('Release this referral', (n) => `Release these ${n} referrals`),
  done: (n: number, of: number) => `${n} of ${of} are released`,
} as const satisfies ActWords;

export const duplicateWords = {
  what: 'Mark it as a duplicate',
  lead: ['This referral ends, and the other one goes on. Read both first. We tell the referrer.', UNDO],
  reason: 'How do you know that it is the same child?',
  hint: 'For the record and the team. We do not show it to the referrer or the family.',
  missing: 'Enter how you know that it is the same child',
  all: () => 'Mark it as a duplicate',
  done: (n: number, of: number) => `${n} of ${of} are marked`,
  other: 'Which referral goes on for this child?',
  otherMissing: 'Select the referral that goes on',
  notAlike: 'No other referral looks like it, so it cannot be marked. Ask the team to compare them',
} as const;

export const decisionResults = {
  did: 'Recorded. It counts in 5 minutes, and until then you can take it back here',
  same: 'It was decided so already',
  other: 'Someone decided otherwise. Read the history below',
  notAsked: 'You are not among those who are asked. Give the task to yourself first',
  closed: 'Nothing is left to decide',
} as const;

export const undoWords = {
  what: 'Take back the decision that was recorded',
  lead: ['The task is open again for everyone who was asked. No one outside was told.'],
  reason: '',
  hint: '',
  missing: '',
  all: () => 'Take it back',
  done: (n: number, of: number) => `${n} of ${of} taken back`,
  did: 'The decision is taken back, and the task is open again',
  same: 'No decision is waiting. It was taken back already',
  late: 'It counts already and cannot be taken back',
  other: 'Someone decided anew. Read the history below',
  notYours: 'Only who decided or is asked to decide can take it back',
} as const;

export const deathWords = {
  what: 'Record that the child has died',
  lead: [
    'We stop everything straight away. We send nothing more to the family, the referrer or anyone else.',
    'Every link that we have sent then asks the reader to call us.',
    'You then get a list of who must hear it from one of us. If it is wrong, you can undo it there.',
  ],
  reason: 'Who told us, and when?',
  hint: 'Our team can read this. We do not send it to anyone.',
  missing: 'Enter who told us, and when',
  all: () => 'The child has died',
  done: (n: number, of: number) => `${n} of ${of} recorded`,
  did: 'It is recorded that the child has died. Open the list of who must hear it from one of us',
  same: 'It was recorded already that the child has died',
  tell: 'See who must hear that the child has died, or undo that',
} as const;

export const holdWords = {
  what: 'Set a legal hold',
  lead: ['Nothing of the record is erased while it stands. It changes nothing else.'],
  reason: 'Why must we keep it?',
  hint: 'Say who asked, and their reference if there is one. Our team sees this. We do not send it to anyone.',
  missing: 'Enter why we must keep it',
  all: many('Set the legal hold', (n) => `Set a legal hold on these ${n} cases`),
  done: (n: number, of: number) => `${n} of ${of} are now on legal hold`,
  did: 'The legal hold is set',
  same: 'A legal hold stands already, or someone changed it. Nothing was changed',
} as const;

export const liftWords = {
  what: 'Lift the legal hold',
  lead: ['The record is then erased when its time comes. If that time has passed, that is in one of the next nights.'],
  reason: 'Why can it end?',
  hint: holdWords.hint,
  missing: 'Enter why it can end',
  all: () => 'Lift the legal hold',
  done: (n: number, of: number) => `${n} of ${of} are lifted`,
  did: 'The legal hold is lifted',
  same: 'There is none, or someone changed it. Nothing was changed',
} as const;

/** What is wrong with the reason of an act. */
export function reasonWordsOf({ missing }: ActWords): CommandWords<ReasonFault> {
  return { ...contactCheckReasonWords, REASON_MISSING: missing };
}
