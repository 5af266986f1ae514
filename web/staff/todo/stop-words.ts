import type { StopFault } from '#application/todos/see-stop.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const stopWords = {
  title: (reference: string) => `Read a result by computer: referral ${reference}`,
  lead: 'A computer applied these criteria and closed this referral. No one in our team has decided on it.',
  told: 'We told the referrer how to ask us to check it again.',
  withoutRecord: 'The family did not agree to the referral, so this page does not show it.',
  criteria: 'Criteria that were applied',
  value: 'Value',
  threshold: 'Criterion',
  source: 'Source',
  note: 'Note (optional)',
  hint: 'Our team sees this with the referral. Enter a reason if you ask the service manager to check it again.',
  seen: 'I have seen it',
  ask: 'Ask the service manager to check it again',
} as const;

export const stopFaultWords = {
  NOTE_MISSING: 'Enter why the service manager should check it again',
  NOTE_TOO_LONG: ({ limit }) => `Note must be ${limit} characters or fewer`,
  NOTE_UNPRINTABLE: 'Enter the note again without characters that we cannot show',
} as const satisfies CommandWords<StopFault>;
