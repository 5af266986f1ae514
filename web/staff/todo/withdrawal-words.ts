import type { FamilyFault } from '#application/todos/confirm-withdrawal.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const withdrawalWords = {
  title: (reference: string) => `Speak with the family: referral ${reference}`,
  gateLead: 'Answer these questions if the family agreed. Select the ways by which you spoke with them.',
  record: 'Record what the family said',
  nothing: 'No one is asking to withdraw this referral any more. There is nothing to record.',
} as const;

/** What a family can say of it, or that no one could reach them, as staff select it. */
export const familyAnswers = [
  { value: 'AGREED', label: 'The family agreed: withdraw the referral' },
  { value: 'KEEP', label: 'The family wants the place: keep it on the list' },
  { value: 'NOT_REACHED', label: 'We could not reach the family: the child stays on the list' },
] as const;

export const familyFaultWords = {
  ANSWER_MISSING: 'Select what the family said, or that you could not reach them',
  WORDS_MISSING: 'Enter who you spoke to and how, or how you tried',
  WORDS_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
} as const satisfies CommandWords<FamilyFault>;
