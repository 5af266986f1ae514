import { text } from '#domain/referral/text.ts';
import type { CommandRule } from '../command.ts';

const LONGEST_WORDS = 2000;

/** The rule of each fault of what staff write when they do a TODO. */
export const wordsFaults = {
  WORDS_MISSING: 'missing',
  WORDS_TOO_LONG: 'too-long',
  WORDS_UNPRINTABLE: 'unprintable',
  WORDS_SAY_NOTHING: 'says-nothing',
} as const satisfies Record<string, CommandRule>;

/** What staff write when they do a TODO, trimmed and checked: at most 2,000 characters that say something. */
export const wordsSchema = text(LONGEST_WORDS, {
  missing: 'WORDS_MISSING',
  tooLong: 'WORDS_TOO_LONG',
  unprintable: 'WORDS_UNPRINTABLE',
  saysNothing: 'WORDS_SAY_NOTHING',
});
