import { describe, expect, test } from 'vitest';
import { referredAtOf } from '#domain/lists/place.ts';
import { keepsClock, planted } from './clock-histories.ts';
import { caseAfter } from './place-histories.ts';

describe('the clock of a child on a list', () => {
  test('is never reset in silence, in 2,000 histories', () => {
    expect(() => keepsClock(2_000)).not.toThrow();
  });

  test.each(planted)('%s is found, and the right code has none', (_bug, right, wrong, found) => {
    expect(right).toEqual([]);
    expect(wrong).toContain(found);
  });

  test('goes on from the earliest date where a duplicate from before is joined', () => {
    const { list } = caseAfter(['accepted', 'joined to an earlier one']);
    expect(list && referredAtOf(list)).toBe('2026-09-03T23:00:00.000Z');
  });

  test('goes on where a referral that was closed by mistake is reopened and accepted again', () => {
    const [before, after] = [
      caseAfter(['accepted']).list,
      caseAfter(['accepted', 'taken off', 'reopened', 'accepted']).list,
    ];
    const datesOf = (list: typeof before) => [list?.acceptedOn, list?.targetOn, list?.listedOn, list?.referredAt];
    expect(datesOf(after)).toEqual(datesOf(before));
  });
});
