import { expect, test } from 'vitest';
import { personalIn } from '#test/system/privacy.ts';

const random = `-Juniper${'x'.repeat(35)}`;

test.each([
  ['in a sentence', 'About Juniper.'],
  ['in the path of a link', 'http://localhost/referral/Juniper/status'],
  ['beside a link', `http://localhost/triage/l/${random} Juniper`],
  ['in a link that is longer than a secret', `http://localhost/triage/l/${random}y`],
])('a name %s is found', (_where, text) => {
  expect(personalIn(text)).toHaveLength(1);
});

test('letters of the secret of a link that spell a name by chance are none', () => {
  expect(personalIn(`http://localhost/triage/l/${random}\nhref="http://localhost/referral/l/${random}"`)).toEqual([]);
});
