import type { SoundsOf } from '../ports/services.ts';

/** As many words of a name as count: no name that someone made up fills a record. */
const MOST_WORDS = 3;

/** Letters that are no other letter with a mark, as they are written without them. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd' }),
);

/**
 * The ways in which a child’s name sounds, each a first name with a last name in one order: so two names that share one sound
 * alike, also where first and last name were swapped. Each part of a name counts, and all of it as one word.
 */
export function nameSounds(first: string, last: string, soundsOf: SoundsOf): readonly string[] {
  const pairs = partsOf(first, soundsOf).flatMap((one) =>
    partsOf(last, soundsOf).map((other) => [one, other].sort().join('+')),
  );
  return [...new Set(pairs)];
}

/** A word without a sound in Latin letters counts as it is written. */
function partsOf(name: string, soundsOf: SoundsOf): readonly string[] {
  const words = plainWords(name).slice(0, MOST_WORDS);
  return [...new Set([...words, words.join('')].flatMap((word) => orWord(soundsOf(word), word)))];
}

const orWord = (sounds: readonly string[], word: string) => (sounds.length > 0 ? sounds : [word]);

function plainWords(name: string): string[] {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Mark}'’`]+/gu, '');
  return [...letters]
    .map((letter) => PLAIN_LETTERS.get(letter) ?? letter)
    .join('')
    .split(/[^\p{Letter}]+/u)
    .filter((word) => word !== '');
}
