import type { DecisionFault } from '#application/triage/decision-faults.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** What is said of each thing that keeps a decision from being recorded. */
export const decisionWords = {
  OUTCOME_UNKNOWN: 'Select what happens with this referral',
  DUPLICATE_OF_ENDED: 'The other referral has ended. Select “Not a duplicate”, so that this referral continues',
  DUPLICATE_OF_DIED:
    'The other referral says that the child has died. Record it here too, or select “Not a duplicate” for another child',
  SERVICE_UNKNOWN: 'Select one of these services, or another service',
  SERVICE_NAME_MISSING: 'Enter the name of the other service',
  SERVICE_NAME_TOO_LONG: ({ limit }) => `Name of the other service must be ${limit} characters or fewer`,
  SERVICE_NAME_UNPRINTABLE: 'Enter the name of the other service again without characters that we cannot show',
  SERVICE_NAME_SAYS_NOTHING: 'Enter the full name of the other service',
  QUESTION_TOO_LONG: ({ limit }) => `Question must be ${limit} characters or fewer`,
  QUESTION_UNPRINTABLE: 'Enter the question again without characters that we cannot show',
  QUESTION_SAYS_NOTHING: 'Enter a question that the referrer can answer, or leave it blank',
  MESSAGE_TOO_LONG: ({ limit }) => `Message must be ${limit} characters or fewer`,
  MESSAGE_UNPRINTABLE: 'Enter the message again without characters that we cannot show',
  MESSAGE_SAYS_NOTHING: 'Enter a message that the referrer can understand, or leave it blank',
  REASON_MISSING: 'Enter the reason for this decision',
  REASON_SAYS_NOTHING: 'Enter a reason that others can understand, in one word or more',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
  NAME_MISSING: 'Enter your name',
  NAME_TOO_LONG: ({ limit }) => `Your name must be ${limit} characters or fewer`,
  NAME_UNPRINTABLE: 'Enter your name again without characters that we cannot show',
  ROLE_MISSING: 'Enter your role, for example Portage practitioner',
  ROLE_TOO_LONG: ({ limit }) => `Your role must be ${limit} characters or fewer`,
  ROLE_UNPRINTABLE: 'Enter your role again without characters that we cannot show',
} as const satisfies CommandWords<DecisionFault>;
