import { lettersAndDigits } from '../values/characters.ts';
import { identifiesChild } from './nhs-number.ts';

const SHORTEST = 4;
/** One character again and again, digits in order, or a word for none with a number behind it. */
const PLACEHOLDER = /^(?:(.)\1+|0?1234?5?6?7?8?9?0?|(?:NA|NONE|NIL|TBC|TEST|UNKNOWN)\d+)$/;

/**
 * Whether a referrer's own reference can say that two referrals are one. Not what is typed where there is none, such as "n/a"
 * or "1": it has at least 4 letters and digits, a digit among them, and is no placeholder.
 */
export function identifiesReferral(ownReference: string): boolean {
  const code = lettersAndDigits(ownReference);
  return code.length >= SHORTEST && /\d/.test(code) && !PLACEHOLDER.test(code) && identifiesChild(code);
}
