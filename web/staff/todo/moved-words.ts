import type { ReasonFault } from '#application/reason-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const movedWords = {
  title: (reference: string) => `A family moved to a safe place: referral ${reference}`,
  recorded: (by: string, at: string, reason: string) => `Recorded by ${by} on ${at}: ${reason}`,
  next: (on: string) => `The next visit is planned for ${on}. Make sure that no one goes to the old address.`,
  noNext: 'No visit is planned.',
  visits: 'See the visits of this child',
  place: 'See the record, and undo it if it is wrong',
  safe: 'Record a safe way to contact someone',
  toDo: 'What to make sure of',
  steps: [
    'Speak with who recorded this today. Decide who keeps contact with the adult who is safe.',
    'Two people record a safe way to contact that adult. Until then, we write to no one in the family.',
    'If the child has home visits and needs another practitioner, name one on the page of the visits.',
    'If the child waits and needs another town, move them on the list. They keep their dates.',
    'If we have another referral for this child, or for a brother or sister, record it there too.',
    'If another service has this referral from us, tell them by phone.',
    'Take out letters that are printed and not posted.',
  ],
  found: 'What did you decide, and what happens next?',
  foundHint: 'Do not say where they are. Our team reads this in the history. We do not send it to anyone.',
  record: 'Record what you decided',
  nothing: 'This record was removed, or another one followed it. There is nothing to enter here.',
} as const;

export const movedFaultWords: CommandWords<ReasonFault> = {
  REASON_MISSING: 'Enter what you decided, and what happens next',
  REASON_TOO_LONG: ({ limit }) => `What you decided must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter what you decided again without characters that we cannot show',
};
