import type { ReasonFault } from '#application/reason-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which a service manager holds a record back from erasure. */
export const legalHoldWords = {
  link: 'Legal hold',
  title: (reference: string) => `Legal hold: referral ${reference}`,
  standing: 'This record is on legal hold. Nothing of it is erased.',
  said: (by: string, at: string, reason: string) => `Set by ${by} on ${at}: ${reason}`,
  died: (at: string) => `Set by the service on ${at}, because the child has died`,
  reason: 'Why must we keep it?',
  reasonAgain: 'Why must we keep it now?',
  hint: 'Say who asked, and their reference if there is one. Our team sees this. We do not send it to anyone.',
  button: 'Set the legal hold',
  again: 'Change the reason',
  done: 'The legal hold is set.',
  same: 'Nothing was changed. Someone changed the legal hold since you opened the page. Check what stands.',
  liftTitle: 'If it is no longer needed',
  liftReason: 'Why can it end?',
  lift: 'Lift the legal hold',
  lifted: 'The legal hold is lifted.',
} as const;

export const legalHoldFaultWords = {
  REASON_MISSING: 'Enter why we must keep it',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<ReasonFault>;

export const legalHoldLiftFaultWords = {
  ...legalHoldFaultWords,
  REASON_MISSING: 'Enter why it can end',
} as const satisfies CommandWords<ReasonFault>;
