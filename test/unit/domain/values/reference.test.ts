import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReference, referenceFor } from '#domain/values/reference.ts';

test('the same caller, key and number always give the same reference', () => {
  expect(referenceFor('caller-1', 'key-0000001', 0)).toBe(referenceFor('caller-1', 'key-0000001', 0));
  expect(referenceFor('caller-1', 'key-0000001', 0)).toHaveLength(11);
});

test('another caller, key or number gives another reference', () => {
  const references = [
    referenceFor('caller-1', 'key-0000001', 0),
    referenceFor('caller-2', 'key-0000001', 0),
    referenceFor('caller-1', 'key-0000002', 0),
    referenceFor('caller-1', 'key-0000001', 1),
  ];
  expect(new Set(references).size).toBe(4);
});

test('caller and key cannot be shifted into each other (hostile)', () => {
  expect(referenceFor('ab', 'cdefghij', 0)).not.toBe(referenceFor('abc', 'defghij', 0));
});

test('every reference is recognised, and every single slip in it is found', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(10), fc.constantFrom(...'23456789CDFGHJKMNPRTWXY'), (key, place, other) => {
      const reference = referenceFor('caller-1', key, 0);
      expect(isReference(reference)).toBe(true);
      const slipped = reference.slice(0, place) + other + reference.slice(place + 1);
      expect(isReference(slipped)).toBe(slipped === reference);
    }),
  );
});

test('every swap of neighbours is found', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(9), (key, place) => {
      const reference = referenceFor('caller-1', key, 0);
      const swapped =
        reference.slice(0, place) + reference.charAt(place + 1) + reference.charAt(place) + reference.slice(place + 2);
      expect(isReference(swapped)).toBe(swapped === reference);
    }),
  );
});

test.each(['', 'REF1', '0000000000O', 'a'.repeat(11), `${referenceFor('c', 'k', 0)} `])(
  '%j is no reference (malformed)',
  (text) => {
    expect(isReference(text)).toBe(false);
  },
);
