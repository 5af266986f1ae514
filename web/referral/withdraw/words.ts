import type { WithdrawFault } from '#application/intake/withdraw-referral.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** What is said of each thing that keeps a referral from being withdrawn. */
export const withdrawWords = {
  REASON_MISSING: 'Enter why you are withdrawing the referral',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
  REASON_SAYS_NOTHING: 'Enter a reason that others can understand, in one word or more',
} as const satisfies CommandWords<WithdrawFault>;
