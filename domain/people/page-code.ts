import { sha256 } from '../values/hash.ts';

/** The characters of references: hard to mishear or misread. */
const ALPHABET = '23456789CDFGHJKMNPRTWXY';
const LENGTH = 20;
const GROUP = 4;

/**
 * A code that a family types from a letter: 20 characters, about 90 bits, in groups of four. `random`: at least 20 bytes; each
 * character takes one, without those that would make some characters likelier.
 */
export function newPageCode(random: (count: number) => Uint8Array): string {
  let code = '';
  while (code.length < LENGTH) {
    const fair = [...random(2 * LENGTH)].filter((byte) => byte < ALPHABET.length * Math.floor(256 / ALPHABET.length));
    code += fair.map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  }
  return (
    code
      .slice(0, LENGTH)
      .match(new RegExp(`.{${GROUP}}`, 'g'))
      ?.join('-') ?? ''
  );
}

/** What is stored of a code, however it is typed: in small letters, with other signs between, or with none. */
export function pageCodeHash(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return plain.length === LENGTH ? sha256(`page code ${plain}`) : undefined;
}

/** Whose session a code opens: no mailbox, and of one code alone. */
export function holderOfCode(hash: string): string {
  return `code-${hash.slice(0, 32)}`;
}
