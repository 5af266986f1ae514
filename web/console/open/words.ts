import type { ReasonFault } from '#application/reason-command.ts';
import { OPEN_MINUTES } from '#domain/people/opening.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which an operator opens a record. */
export const openWords = {
  title: (reference: string) => `Open the record of referral ${reference}`,
  lead: 'As an operator you do not usually see names, contacts, documents or what someone wrote. Open a record only if you cannot fix a fault without it.',
  time: `You can read it for ${OPEN_MINUTES} minutes. You cannot change it.`,
  told: 'We email the service managers now. They see your name, your reason and each page that you read.',
  recorded: 'We record each page before we show it to you.',
  reason: 'Why do you need to read this record?',
  hint: 'For example, a document cannot be opened and I must compare its details. Do not name the child or the family.',
  button: 'Open this record',
  read: 'Read the record',
  byRight: 'You can read this record with your role or for your own work on it. You do not need to open it here.',
  isOpen: (until: string) => `This record is open to you until ${until}.`,
  noOne:
    'No service manager is here who could be told, so it cannot be opened. Ask a service manager to join the team in Settings.',
} as const;

/** What is wrong with a reason. */
export const openReasonWords: CommandWords<ReasonFault> = {
  REASON_MISSING: 'Enter why you need to read this record',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
};
