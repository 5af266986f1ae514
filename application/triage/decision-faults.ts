import type { CommandRule } from '../command.ts';

/** The rule of each fault of a decision. */
export const decisionFaults = {
  OUTCOME_UNKNOWN: 'not-a-choice',
  DUPLICATE_OF_ENDED: 'not-a-choice',
  DUPLICATE_OF_DIED: 'not-a-choice',
  SERVICE_UNKNOWN: 'not-a-choice',
  SERVICE_NAME_MISSING: 'missing',
  SERVICE_NAME_TOO_LONG: 'too-long',
  SERVICE_NAME_UNPRINTABLE: 'unprintable',
  SERVICE_NAME_SAYS_NOTHING: 'says-nothing',
  QUESTION_TOO_LONG: 'too-long',
  QUESTION_UNPRINTABLE: 'unprintable',
  QUESTION_SAYS_NOTHING: 'says-nothing',
  MESSAGE_TOO_LONG: 'too-long',
  MESSAGE_UNPRINTABLE: 'unprintable',
  MESSAGE_SAYS_NOTHING: 'says-nothing',
  REASON_MISSING: 'missing',
  REASON_TOO_LONG: 'too-long',
  REASON_UNPRINTABLE: 'unprintable',
  REASON_SAYS_NOTHING: 'says-nothing',
  NAME_MISSING: 'missing',
  NAME_TOO_LONG: 'too-long',
  NAME_UNPRINTABLE: 'unprintable',
  ROLE_MISSING: 'missing',
  ROLE_TOO_LONG: 'too-long',
  ROLE_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type DecisionFault = keyof typeof decisionFaults;
