import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSafeInEmail, ownReferenceFor } from '#domain/notices/own-reference.ts';

test.each(['HV-0143', 'GP/2219', '48392', 'REF 00217', 'SALT.2026.17', 'EY#1042', 'A1234567', '7'])(
  'the reference %s reads like a number of someone’s records, and stands in emails',
  (text) => {
    expect(isSafeInEmail(text)).toBe(true);
  },
);

test.each([
  ['a name', 'Poppy Testerfield'],
  ['a first name with a number', 'Poppy12345'],
  ['a short name', 'Tom 12345'],
  ['a name in capitals', 'POPPY-123456'],
  ['initials and a date of birth', 'PT120324'],
  ['a date of birth', '12/03/2024'],
  ['a date in one', '20240312'],
  ['an NHS number', '999 000 7314'],
  ['an NHS number in one', 'NHS9990007314'],
  ['a phone number', '01632 960000'],
  ['a postcode', 'TA1 9ZZ 1234'],
  ['more letters than digits', 'TOM-12'],
  ['no digit', 'HV-ABC'],
  ['signs of a page', '<b>12</b>'],
  ['nothing', ''],
  ['a whole sentence of numbers', '1 '.repeat(30)],
])('%s stays behind the link', (_what, text) => {
  expect(isSafeInEmail(text)).toBe(false);
});

test('no text with two words of letters, or a word of a name in it, stands in an email', () => {
  const name = fc.constantFrom('Poppy', 'Testerfield', 'tom', 'O’Neill', 'Zoë', 'Ann-Marie', 'JUNIPER');
  const around = fc.stringMatching(/^[A-Z0-9 -]{0,15}$/);
  fc.assert(
    fc.property(name, around, around, (word, before, after) => {
      expect(isSafeInEmail(`${before} ${word} ${after}`)).toBe(false);
    }),
  );
});

const referrer = { ownReference: ' HV-0143 ' };
const handedTo = {
  id: 'H',
  name: 'B',
  email: 'b@example.org',
  role: 'GP',
  from: 'a@example.org',
  at: '2026-09-24T08:00:00.000Z',
};

test.each([
  ['REFERRER', undefined, 'HV-0143'],
  ['REFERRER_TEAM', undefined, 'HV-0143'],
  ['FAMILY:0', undefined, null],
  ['PERSON:p1', undefined, null],
  ['ADVISORY', undefined, null],
  ['COLLEAGUE', undefined, null],
  ['REFERRER', handedTo, null],
  ['EARLIER_REFERRER', handedTo, 'HV-0143'],
])('of the addressees it is told to those whose records it is from: %s', (to, taken, expected) => {
  expect(ownReferenceFor(to, { referrer }, taken ? { handedTo: taken } : {})).toBe(expected);
});

test('who gave none is told none', () => {
  expect(ownReferenceFor('REFERRER', { referrer: {} }, undefined)).toBeNull();
});
