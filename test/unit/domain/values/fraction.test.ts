import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compare,
  fraction,
  minus,
  ofDecimal,
  ofText,
  over,
  plus,
  times,
  toTwoDecimals,
} from '#domain/values/fraction.ts';

describe('a decimal that was typed', () => {
  test.each([
    [11.55, 1155, 100],
    [0.1, 1, 10],
    [12, 12, 1],
    [1e-7, 1, 10_000_000],
    [1e21, 1e21, 1],
    [0, 0, 1],
  ])('%f is exactly %i/%i', (typed, num, den) => {
    expect(compare(ofDecimal(typed), { num: BigInt(num), den: BigInt(den) })).toBe(0);
  });

  test('tenths add up, which binary fractions do not', () => {
    expect(compare(plus(ofDecimal(0.1), ofDecimal(0.2)), ofDecimal(0.3))).toBe(0);
  });
});

describe('arithmetic', () => {
  const any = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 400 }));

  test('agrees with division, where division is exact enough to tell', () => {
    fc.assert(
      fc.property(any, any, ([a, b], [c, d]) => {
        const [x, y] = [fraction(a, b), fraction(c, d)];
        expect(compare(x, y)).toBe(Math.sign(a * d - c * b));
        expect(compare(minus(plus(x, y), y), x)).toBe(0);
        if (c > 0) expect(compare(times(over(x, y), y), x)).toBe(0);
      }),
    );
  });

  test('a text is a fraction', () => {
    expect([ofText('1/2'), ofText('3')]).toEqual([
      { num: 1n, den: 2n },
      { num: 3n, den: 1n },
    ]);
  });
});

describe('two decimals', () => {
  test.each([
    [3125, 1000, 3.13],
    [-3125, 1000, -3.12],
    [-3126, 1000, -3.13],
    [1, 3, 0.33],
    [2, 3, 0.67],
    [-1, 3, -0.33],
    [0, 7, 0],
    [-1, 1000, 0],
  ])('%i/%i is shown as %f', (num, den, shown) => {
    expect(toTwoDecimals(fraction(num, den))).toBe(shown);
  });

  test('is never further away than half of a hundredth', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1000 }), (num, den) => {
        expect(Math.abs(toTwoDecimals(fraction(num, den)) - num / den)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
  });
});
