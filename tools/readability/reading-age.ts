import { syllable } from 'syllable';
import { sentencesOf, wordsOf } from './sentences.ts';

/** A pupil in the first grade is five to six years old, so a grade is five years short of an age. */
const YEARS_BEFORE_GRADE = 5;

/** The share of a text that counts: `words` in `sentences`, spoken in `syllables`. */
interface Counted {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

/** Takes out of a sentence what the measure does not count, such as names. */
export type LeaveOut = (sentence: string) => string;

/**
 * The age in years at which a reader in school follows this text: the Flesch-Kincaid grade and five, 0 for no words.
 * What `leaveOut` takes away counts neither as words nor as syllables.
 * Source: Kincaid and others, Derivation of new readability formulas (1975).
 */
export function readingAge(blocks: readonly string[], leaveOut: LeaveOut): number {
  return ageOf(counted(blocks.flatMap(sentencesOf), leaveOut));
}

/** The sentences that make a text hard, hardest first. */
export function hardest(blocks: readonly string[], leaveOut: LeaveOut, most: number): string[] {
  const aged = blocks.flatMap(sentencesOf).map((text) => ({ text, age: ageOf(counted([text], leaveOut)) }));
  return aged
    .toSorted((one, other) => other.age - one.age)
    .slice(0, most)
    .map(({ text, age }) => `${text} (${age.toFixed(1)})`);
}

function ageOf({ sentences, words, syllables }: Counted): number {
  if (words === 0) return 0;
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59 + YEARS_BEFORE_GRADE;
}

function counted(sentences: readonly string[], leaveOut: LeaveOut): Counted {
  const each = sentences.map((text) => wordsOf(leaveOut(text))).filter((words) => words.length > 0);
  const words = each.flat();
  return {
    sentences: each.length,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  };
}
