import type { ReasonFault } from '#application/reason-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the pages on which staff record that a child has died. */
export const staffDiedWords = {
  link: 'Record that the child has died',
  title: (reference: string) => `Record that the child of referral ${reference} has died`,
  stops: 'We stop everything straight away. We send nothing more to the family, the referrer or anyone else.',
  links: 'Every link that we have sent about this referral then asks the reader to call us.',
  people: 'You get a list of who must hear it from one of us.',
  button: 'The child has died',
  recorded: (reference: string) => `Referral ${reference}: the child has died`,
  nothingLeft: 'There is nothing left to decide.',
  tell: 'Who must hear it from one of us',
  told: 'I have told them',
  allTold: 'Everyone on our list has been told.',
  letters: 'Stop any printed letter about this referral that has not been sent.',
  undoTitle: 'If this is wrong',
  undoReason: 'Why is it wrong?',
  undoHint: 'We keep the reason with the referral. The referral is then again as it was.',
  undo: 'Undo this record',
  undone: (reference: string) => `The record of a death was removed: referral ${reference}`,
  undoneSays: [
    'The referral is again as it was. If someone needs to decide, we will email the team.',
    'If the referrer had asked a colleague to take it over, they must ask again.',
  ],
} as const;

/** Who must be told, by the code of the task. */
export const tellWords: ReadonlyMap<string, string> = new Map([
  ['PRACTITIONER', 'The practitioner who knows the family'],
  ['REFERRER', 'The referrer'],
  ['OTHERSERVICE', 'The service that had the referral from us'],
]);

export const undoDeathWords = {
  REASON_MISSING: 'Enter why it is wrong',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<ReasonFault>;
