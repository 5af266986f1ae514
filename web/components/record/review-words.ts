import type { WaitChange, WaitOffer } from '#domain/lists/review-codes.ts';
import { codeInWords } from './words.ts';

/** What can have changed during a long wait. */
export const waitChanges: Readonly<Record<WaitChange, string>> = {
  NEEDS: 'The needs of the child',
  SETTING: 'Hours in a nursery or other setting',
  FAMILY: 'Something in the family',
  WISHES: 'What the family wants',
  OTHER: 'Something else',
};

/** What a family can be offered while they wait. */
export const waitOffers: Readonly<Record<WaitOffer, string>> = {
  STAY_AND_PLAY: 'Stay and Play',
  CALLS: 'Calls from our team',
  ADVICE: 'Advice and activities for home',
  OTHER_SERVICE: 'Help from another service',
  OTHER: 'Something else',
  NOTHING: 'Nothing for now',
};

/** The same as choices of a form. `form` has what was selected, under a name of its own each. */
export function choicesOf(
  words: Readonly<Record<string, string>>,
  name: string,
  form: Readonly<Record<string, string | undefined>>,
) {
  return Object.entries(words).map(([value, label]) => ({
    value,
    label,
    isTheirs: form[`${name}-${value}`] === 'yes',
  }));
}

/** Those of these codes that were selected in a form. */
export function selectedIn<Code extends string>(
  codes: readonly Code[],
  name: string,
  form: Readonly<Record<string, string | undefined>>,
): Code[] {
  return codes.filter((code) => form[`${name}-${code}`] === 'yes');
}

const allWords: ReadonlyMap<string, string> = new Map(Object.entries({ ...waitChanges, ...waitOffers }));

/** One such code in words. */
export function reviewCodeInWords(code: string): string {
  return allWords.get(code) ?? codeInWords(code);
}

interface Found {
  readonly isSame?: boolean | undefined;
  readonly changes?: readonly string[] | undefined;
  readonly offering?: readonly string[] | undefined;
}

/** What a review found, in sentences: what changed, and what is offered. Empty for one of an earlier release, which has words alone. */
export function reviewInWords({ isSame, changes = [], offering = [] }: Found): string[] {
  const list = (codes: readonly string[]) => codes.map(reviewCodeInWords).join(', ');
  return [
    ...(offering.length > 0 && isSame ? ['Nothing has changed'] : []),
    ...(changes.length > 0 ? [`Changed: ${list(changes)}`] : []),
    ...(offering.length > 0 ? [`Offered until then: ${list(offering)}`] : []),
  ];
}
