import { describe, expect, test } from 'vitest';
import { longestChain } from '../../../bench/chain.ts';

const span = (start: number, end: number) => ({ start, end });

describe('the longest chain of calls', () => {
  test('of none is none', () => {
    expect(longestChain([])).toBe(0);
  });

  test('counts each call that begins once the one before has ended', () => {
    expect(longestChain([span(0, 10), span(10, 20), span(25, 30)])).toBe(3);
  });

  test('counts calls that overlap as one step', () => {
    expect(longestChain([span(0, 10), span(1, 9), span(5, 15)])).toBe(1);
  });

  test('follows the many short calls beside one long one', () => {
    expect(longestChain([span(0, 100), span(5, 20), span(30, 40), span(50, 60)])).toBe(3);
  });

  test('does not depend on the order in which calls were written down', () => {
    expect(longestChain([span(25, 30), span(0, 10), span(10, 20), span(2, 8)])).toBe(3);
  });
});
