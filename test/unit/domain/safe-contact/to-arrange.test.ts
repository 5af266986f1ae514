import { expect, test } from 'vitest';
import { toArrange } from '#domain/safe-contact/reads.ts';

test.each([
  ['nothing for a family of whom nothing is said', {}, undefined],
  ['nothing for large print, which we have', { format: 'LARGE_PRINT' }, undefined],
  ['a format', { format: 'EASY_READ' }, { format: 'EASY_READ', interpreter: false }],
  ['a language', { preferredLanguage: ' Polish ' }, { language: 'Polish', interpreter: false }],
  ['an interpreter', { interpreterNeeded: true }, { interpreter: true }],
  [
    'all three',
    { format: 'TRANSLATION', preferredLanguage: 'Dari', interpreterNeeded: true },
    { format: 'TRANSLATION', language: 'Dari', interpreter: true },
  ],
])('what is to be arranged: %s', (_what, communication, wanted) => {
  expect(toArrange({ communication })).toEqual(wanted);
});
