const byEnglishRules = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
const WORD = /[a-z]/i;
const WORD_OR_NUMBER = /[a-z0-9]/i;

/** The sentences of one block, such as a paragraph. A heading or label without a full stop is one sentence. */
export function sentencesOf(block: string): string[] {
  return Array.from(byEnglishRules.segment(block), ({ segment }) => segment.trim()).filter((text) => WORD.test(text));
}

/** The words of a sentence. A number is none, and `home-based` is one. */
export function wordsOf(sentence: string): string[] {
  return sentence.split(/[\s/–—]+/).filter((word) => WORD.test(word) && !/\d/.test(word));
}

/** How many words a reader meets in a sentence as it stands: a number, a name or an address is one of them each. */
export function lengthOf(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => WORD_OR_NUMBER.test(word)).length;
}
