import { expect, test } from 'vitest';
import { identifiesReferral } from '#domain/rules/own-reference.ts';

test.each(['SYS-4711', 'HV 2031', 'a-12b', '2026/118', '４７１１'])(
  '%j can say which child a referrer means',
  (typed) => {
    expect(identifiesReferral(typed)).toBe(true);
  },
);

test.each([
  'n/a',
  '1',
  'none',
  'N/A 1',
  '0000',
  '1234',
  '12345',
  '-',
  'no reference',
  'A-1',
  '9999999999',
  '----4',
  'TBC01',
])('%j says nothing of anyone (malformed)', (typed) => {
  expect(identifiesReferral(typed)).toBe(false);
});
