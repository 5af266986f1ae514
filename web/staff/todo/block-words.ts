import type { ReasonFault } from '#application/reason-command.ts';
import { LONG_BLOCK_WEEKS } from '#domain/support/long-block.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const blockWords = {
  title: (reference: string) => `Look at long home visits: referral ${reference}`,
  since: (on: string) =>
    `Home visits were agreed on ${on}, more than ${LONG_BLOCK_WEEKS} weeks ago, and have not been closed.`,
  sessions: (took: number, most: number) => `${took} of ${most} weekly sessions took place.`,
  seen: (on: string) => `Our team last saw the child on ${on}.`,
  notSeen: 'No one in our team has recorded that they saw the child.',
  next: (on: string) => `The next visit is planned for ${on}.`,
  noNext: 'No visit is planned.',
  lead: 'Speak with the practitioner. The visits can go on, wait for a while, or be closed with the family.',
  visits: 'See the visits of this child',
  close: 'Close this support',
  place: 'See the place of this child on the waiting list',
  found: 'What did you decide, and why?',
  foundHint: 'Our team reads this in the history of the child. We do not send it to anyone.',
  record: 'Record what you decided',
  again: `If the visits go on, we ask again after ${LONG_BLOCK_WEEKS} more weeks.`,
  nothing: 'These home visits have ended. There is nothing to record.',
} as const;

export const blockFaultWords: CommandWords<ReasonFault> = {
  REASON_MISSING: 'Enter what you decided, and why',
  REASON_TOO_LONG: ({ limit }) => `What you decided must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter what you decided again without characters that we cannot show',
};
