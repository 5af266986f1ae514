import { createHash } from 'node:crypto';

/**
 * 23 characters that are hard to mishear or misread. No vowels, so no words, and none of 0 O 1 I L B S Z V Q U. The
 * count is prime, which is what lets one check character find every single slip and every swap of neighbours.
 */
const ALPHABET = '23456789CDFGHJKMNPRTWXY';
const LENGTH = 10;

/**
 * The reference of a referral: ten characters from SHA-256 of (caller, Idempotency-Key, n) and a check character. The same
 * three inputs always give the same reference, so a retry finds its own referral. `n` counts from 0 and moves on only when
 * another submission already holds the reference.
 */
export function referenceFor(caller: string, idempotencyKey: string, n: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([caller, idempotencyKey, n]))
    .digest();
  let rest = digest.readBigUInt64BE(0);
  let body = '';
  for (let i = 0; i < LENGTH; i += 1) {
    body += ALPHABET.charAt(Number(rest % 23n));
    rest /= 23n;
  }
  return body + checkCharacter(body);
}

/** Whether a text is a reference as this service writes them: eleven characters, the last of which checks the others. */
export function isReference(text: string): boolean {
  if (text.length !== LENGTH + 1) return false;
  if ([...text].some((character) => !ALPHABET.includes(character))) return false;
  return checkCharacter(text.slice(0, LENGTH)) === text.charAt(LENGTH);
}

function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, i) => total + ALPHABET.indexOf(character) * (i + 2), 0);
  return ALPHABET.charAt(sum % 23);
}
