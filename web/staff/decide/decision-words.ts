import type { DecisionFault } from '#application/triage/decision-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** What is said of each thing that keeps a decision from being recorded. */
export const decisionWords = {
  OUTCOME_UNKNOWN: 'Select what happens with this referral',
  REASON_MISSING: 'Enter the reason for this decision',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
  NAME_MISSING: 'Enter your name',
  NAME_TOO_LONG: ({ limit }) => `Your name must be ${limit} characters or fewer`,
  NAME_UNPRINTABLE: 'Enter your name again without characters that we cannot show',
  ROLE_MISSING: 'Enter your role, for example Portage practitioner',
  ROLE_TOO_LONG: ({ limit }) => `Your role must be ${limit} characters or fewer`,
  ROLE_UNPRINTABLE: 'Enter your role again without characters that we cannot show',
} as const satisfies CommandWords<DecisionFault>;
