import type { ExtensionFault } from '#application/support/extend-visits.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { ExtensionRefused } from '#domain/support/extension.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const extensionWords = {
  title: (reference: string) => `Decide about further visits: referral ${reference}`,
  asked: (sessions: number, took: number) =>
    `The practitioner asks for ${sessions === 1 ? '1 further weekly session' : `${sessions} further weekly sessions`}. ${took} took place so far.`,
  why: 'Why they ask',
  rule: ({ maxSessions, maxExtension }: Policy) =>
    `Further sessions are for exceptional circumstances. There are never more than ${maxSessions + maxExtension} in all.`,
  agreed: 'How many further sessions do you agree to?',
  none: 'None',
  sessions: (n: number) => (n === 1 ? '1 session' : `${n} sessions`),
  reason: 'Why do you decide so?',
  reasonHint: 'The practitioner reads this. We do not send it to anyone.',
  record: 'Record the decision',
  news: 'We email the practitioner, who tells the family at the next visit.',
  nothing: 'No one waits for a decision about further visits any more. There is nothing to record.',
} as const;

export const extensionFaultWords: CommandWords<ExtensionFault> = {
  SESSIONS_UNREADABLE: 'Select how many further sessions you ask for',
  AGREED_MISSING: 'Select how many further sessions you agree to',
  REASON_MISSING: 'Enter the reason',
  REASON_TOO_LONG: ({ limit }) => `The reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
};

/** Why an extension is not asked for, or not decided, in a sentence. */
export const extensionRefusalWords = ({
  maxSessions,
  maxExtension,
}: Policy): Readonly<Record<ExtensionRefused, string>> => ({
  NOT_VISITED: 'Weekly sessions have not begun, or have ended. Nothing was saved.',
  ASKED_ALREADY: 'Further sessions were asked for already. The service manager decides first.',
  NOTHING_ASKED: 'This was decided before.',
  SERVICE_MANAGER_AGREEMENT_REQUIRED: 'Only a service manager can agree to further sessions',
  EXTENSION_OVER_6: `There can be at most ${maxExtension} further sessions in all, ${maxSessions + maxExtension} with the first ${maxSessions}`,
  EXTENSION_NOT_A_WHOLE_NUMBER: 'Select how many further sessions',
  REASON_REQUIRED: 'Enter the reason',
});
