import { expect, test } from 'vitest';
import { costOf, without } from '../../../bench/cost/cost.ts';
import { gbSeconds } from '../../../bench/cost/quantities.ts';
import { atMost } from '../../../bench/report.ts';

test('seven transitions and nine emails cost what the price lists say', () => {
  const { lines, total } = costOf({ transitions: 7, emails: 9 });

  expect(lines).toEqual([
    { name: 'transitions', quantity: 7, usd: expect.closeTo(0.000175, 9) },
    { name: 'emails', quantity: 9, usd: expect.closeTo(0.0009, 9) },
  ]);
  expect(total).toBeCloseTo(0.001075, 9);
});

test('what is left out costs nothing', () => {
  expect(costOf(without({ transitions: 7, emails: 9 }, 'emails')).total).toBeCloseTo(0.000175, 9);
});

test('GB-seconds are the memory of the template for the time of each run', () => {
  const memory = new Map([
    ['Small', 512],
    ['Large', 1024],
  ]);
  const run = (name: string, ms: number) => ({ name, requestId: 'r', start: 1000, end: 1000 + ms });

  expect(gbSeconds([run('Small', 200), run('Large', 300)], memory)).toBeCloseTo(0.4, 9);
});

test('a function without a memory is refused (malformed)', () => {
  const run = { name: 'Unknown', requestId: 'r', start: 0, end: 1 };

  expect(() => gbSeconds([run], new Map())).toThrow('The template gives no memory for Unknown.');
});

test.each([
  [599, true],
  [600, true],
  [600.1, false],
])('%d against a budget of 600 is met: %o', (measured, met) => {
  expect(atMost('bundle', 600, measured, 'KB').met).toBe(met);
});
