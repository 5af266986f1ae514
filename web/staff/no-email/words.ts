import type { ReasonFault } from '#application/reason-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the pages on which staff record that we must not email a family. */
export const noEmailWords = {
  link: 'Do not email the family',
  title: (reference: string) => `Do not email the family: referral ${reference}`,
  stops: 'We then send no more emails to any parent or carer about this referral.',
  sent: 'We cannot stop an email that we have already sent.',
  who: 'Someone with an open task for this referral can open this page. So can each service manager, without one.',
  reason: 'Why must we not email them?',
  hint: 'Our team sees this with the referral. We do not send it to anyone.',
  button: 'Stop our emails to the family',
  recorded: (reference: string) => `Referral ${reference}: we do not email the family`,
  standing: 'We send no emails to any parent or carer about this referral.',
  already: 'This was recorded before. We did not keep what you entered.',
  undoTitle: 'If it is safe to email them again',
  undoReason: 'Why may we email them again?',
  undoHint: 'We keep the reason with the referral. Later emails then go to the family where that is safe.',
  undo: 'Allow our emails to the family',
  undone: (reference: string) => `Referral ${reference}: we may email the family`,
  undoneSays: 'We removed the record. What the referral says about safe contact still counts.',
} as const;

export const noEmailFaultWords = {
  REASON_MISSING: 'Enter the reason',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<ReasonFault>;
