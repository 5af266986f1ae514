import type { ReasonFault } from '#application/reason-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const checkContactWords = {
  title: (reference: string) => `Check contact details: referral ${reference}`,
  asked: (by: string, at: string, reason: string) => `Asked by ${by} on ${at}: ${reason}`,
  toDo: 'What to do',
  steps: [
    'Find out how to reach this person now. Ask the referrer by phone if you must.',
    'Record new contact details. The referral stays as it was sent.',
    'Then enter here what you found. Who asked can send again what did not arrive.',
  ],
  contact: 'Record new contact details',
  found: 'What did you find?',
  foundHint:
    'Do not enter the address or the number here. Our team reads this in the history. We do not send it to anyone.',
  record: 'Record that you checked',
  nothing: 'Someone has checked this. There is nothing to enter here.',
} as const;

export const checkContactFaultWords: CommandWords<ReasonFault> = {
  REASON_MISSING: 'Enter what you found',
  REASON_TOO_LONG: ({ limit }) => `What you found must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter what you found again without characters that we cannot show',
};
