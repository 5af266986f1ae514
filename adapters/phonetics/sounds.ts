import { doubleMetaphone } from 'double-metaphone';
import type { SoundsOf } from '#domain/ports/services.ts';

/** The codes of the Double Metaphone algorithm: one, or two where a word is said in two ways; none for a word without any. */
export const soundsOf: SoundsOf = (word) => [...new Set(doubleMetaphone(word))].filter((code) => code !== '');
