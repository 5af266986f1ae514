import type { SecondLookFault } from '#application/todos/second-look.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const secondWords = {
  title: (reference: string) => `A decision that names you: referral ${reference}`,
  lookTitle: (reference: string) => `Look at a decision again: referral ${reference}`,
  named: 'A colleague recorded this decision and named you as the second person. You do not need to do anything.',
  otherwise: 'If you see it otherwise',
  why: 'Why should someone look at it again?',
  whyHint: 'The service manager and the team read this. We do not show it to the referrer or the family.',
  ask: 'Ask for another look',
  asked: (who: string) => `${who}, asks you to look at this decision again. They gave this reason.`,
  what: 'What came of it?',
  whatHint: 'For example, who you spoke with, and whether the decision stays.',
  record: 'Record what came of it',
  undone: 'This decision was undone. There is nothing to read or to do.',
} as const;

export const secondFaultWords = {
  WORDS_MISSING: 'Enter your reason, or what came of it',
  WORDS_TOO_LONG: ({ limit }) => `It must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter it again without characters that we cannot show',
  WORDS_SAY_NOTHING: 'Enter something that others can understand, in one word or more',
} as const satisfies CommandWords<SecondLookFault>;
