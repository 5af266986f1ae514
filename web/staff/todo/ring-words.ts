import type { RingFault } from '#application/support/ring-family.ts';
import type { CameOfCall } from '#domain/support/rung.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const ringWords = {
  title: (reference: string) => `Call the family: referral ${reference}`,
  whys: {
    CALL_ME: 'The family asked us to call them about our offer. The offer stays open until you have spoken with them.',
    NO_ANSWER: 'The family did not answer our offer in time. The child stays on the waiting list.',
    DECLINED: 'The family said no to our offer. The child stays on the waiting list. Ask what would help.',
  },
  other: 'Call the family and ask what they would like. The child stays on the waiting list.',
  offered: (what: string, when: string) => `We offered ${what}, ${when}.`,
  safely: 'Check below how to contact each of them safely, and in which language and format.',
  until: 'We offer this child nothing else until you record what came of your call.',
  said: 'What came of your call?',
  words: 'Who did you speak to, and what did they say?',
  wordsHint:
    'For example, the mother, by phone. If you could not reach them, enter when and how you tried. The family cannot read this.',
  record: 'Record what came of it',
  nothing: 'No one needs to call the family about this any more. There is nothing to record.',
} as const;

const labels: Readonly<Record<CameOfCall, string>> = {
  ACCEPTED: 'They accepted the offer',
  LATER: 'They want to be offered something later',
  DECLINED: 'They said no to the offer',
  NEXT: 'They want the next offer that fits',
  NOT_NOW: 'They want no offer until they tell us: put the place on hold',
  NOT_REACHED: 'We could not reach them: the child keeps the place',
};

/** What can come of a call, as staff select it. */
export function ringChoices(saids: readonly CameOfCall[]) {
  return saids.map((value) => ({ value, label: labels[value] }));
}

export const ringFaultWords = {
  SAID_MISSING: 'Select what came of your call',
  WORDS_MISSING: 'Enter who you spoke to and what they said, or how you tried',
  WORDS_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
} as const satisfies CommandWords<RingFault>;
