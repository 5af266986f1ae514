import type { ReasonFault } from '#application/reason-command.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { contactCheckReasonWords, contactCheckWords } from '../contact/words.ts';
import { putRightWords, sendAgainWords } from '../put-right-words.ts';
import type { ActWords } from './act.ts';

/** The button for one, or for several. */
export const many = (one: string, several: (n: number) => string) => (n: number) => (n === 1 ? one : several(n));
export const NAMELESS = 'Do not name the child or the family.';

/** Words that all acts share. */
export const actPageWords = {
  choose: (n: number) => `What can be done with all of these (${n})`,
  chooseElse: (n: number) => `What else can be done with all of these (${n})`,
  tick: 'Select which of them',
  tickMissing: 'Select at least one of them',
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
  all: 'Back to the list',
} as const;

export const restartActWords: ActWords = {
  what: putRightWords.restart,
  whatAll: 'Restart them from their records',
  lead: [putRightWords.what],
  reason: putRightWords.reason,
  hint: putRightWords.hint,
  missing: 'Enter why it can start again',
  all: putRightWords.restartAll,
  done: putRightWords.done,
};

export const sendActWords: ActWords = {
  what: 'Send the email again',
  whatAll: 'Send the emails again',
  lead: [sendAgainWords.what],
  reason: sendAgainWords.reason,
  hint: sendAgainWords.hint,
  missing: sendAgainWords.missing,
  all: sendAgainWords.sendAll,
  done: sendAgainWords.done,
};

export const renewWords = {
  what: 'Send a new link, and end the one before',
  whatAll: 'Send each a new link, and end the one before',
  lead: ['Who we wait for gets the email again, with a new link. The one before opens nothing any more.'],
  reason: 'Why do they need a new link?',
  hint: `For example, the link has run out. ${NAMELESS}`,
  missing: 'Enter why they need a new link',
  all: many('Send a new link', (n) => `Send ${n} new links`),
  done: (n: number, of: number) => `${n} of ${of} get a new link`,
} as const satisfies ActWords;

export const contactWords: ActWords = {
  what: 'Ask the team to check contact details',
  whatAll: 'Ask the team to check their contact details',
  lead: [contactCheckWords.lead],
  reason: contactCheckWords.reason,
  hint: contactCheckWords.hint,
  missing: String(contactCheckReasonWords.REASON_MISSING),
  all: many(contactCheckWords.button, (n) => `Ask the team about these ${n} cases`),
  done: (n: number, of: number) => `The team was asked about ${n} of ${of}`,
};

export const withdrawWords = {
  what: 'Withdraw it for the referrer',
  whatAll: 'Withdraw them for their referrers',
  lead: [
    'Use this where the referrer has asked us to, and cannot do it by their own link.',
    'No one works on it any more. We tell the referrer and the team.',
    'The family hears that the referral was taken back, or a person tells them, as when the referrer withdraws.',
    'You cannot undo it. The referrer can send a new referral.',
  ],
  reason: 'Who asked us to, how, and why?',
  hint: 'The team can read this. The referrer and the family do not.',
  missing: 'Enter who asked us to, how, and why',
  all: () => 'Withdraw this referral',
  allTicked: 'Withdraw those that are selected',
  done: (n: number, of: number) => `${n} of ${of} withdrawn`,
  did: 'The referral is withdrawn',
  same: 'It was withdrawn already',
} as const satisfies ActWords & Record<string, unknown>;

export const withdrawRefusals = {
  DECIDING: 'A decision was recorded a moment ago. Look again in 5 minutes',
  ENDED: 'It has ended in another way',
  LISTED: 'The child has a place. Someone speaks with the family first, and takes the child off the list',
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
  whatAll: 'Set a legal hold on each',
  lead: ['Nothing of the record is erased while it stands. It changes nothing else.'],
  reason: 'Why must we keep it?',
  hint: 'Say who asked, and their reference if there is one. Our team sees this. We do not send it to anyone.',
  missing: 'Enter why we must keep it',
  all: many('Set the legal hold', (n) => `Set a legal hold on these ${n} cases`),
  done: (n: number, of: number) => `${n} of ${of} put on legal hold`,
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
  done: (n: number, of: number) => `${n} of ${of} lifted`,
  did: 'The legal hold is lifted',
  same: 'There is none, or someone changed it. Nothing was changed',
} as const;

/** What is wrong with the reason of an act. */
export function reasonWordsOf({ missing }: ActWords): CommandWords<ReasonFault> {
  return { ...contactCheckReasonWords, REASON_MISSING: missing };
}
