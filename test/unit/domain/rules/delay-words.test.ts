import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#domain/rules/assessment.ts';
import { delayInWords, isNearMiss } from '#domain/rules/delay-words.ts';
import { defaultPolicy, policyWith } from '#domain/service/policy.ts';
import { aReferral, scored } from '../a-referral.ts';

const child = { firstName: 'A', lastName: 'B', dob: '2024-09-10' };

/** The area of a child of exactly 24 months with a developmental age, as the rules work it out. */
function areaAt(developmental: number, policy = defaultPolicy) {
  const referral = aReferral({ child, assessments: [scored('visual', developmental, '2026-09-10')] });
  const [area] = assess(referral, '2026-09-24', policy).computed.areas ?? [];
  if (!area) throw new Error('An area with a developmental age is scored.');
  return area;
}

const half = (developmental: number) => delayInWords(areaAt(developmental), '1/2');

describe('the delay of an area in words', () => {
  it.each([
    ['the example: 49.6 is not a half', 12.1, '49.6%, just under half'],
    ['a tenth would round onto it', 12.01, '49.96%, just under half'],
    ['two decimals would round onto it', 12.001, '49.99%, just under half'],
    ['exactly half', 12, '50%'],
    ['just above is not rounded down onto it', 11.9, '50.4%'],
    ['well below', 13.2, '45%'],
    ['a near miss in whole percents', 12.48, '48%, just under half'],
    ['no skills yet', 0, '100%'],
    ['no delay', 24, 'none'],
    ['ahead of the age', 30, 'none'],
  ])('%s', (_, developmental, words) => {
    expect(half(developmental)).toBe(words);
  });

  it.each([
    [16, '33.33%'],
    [16.01, '33%, just under 1/3'],
    [15.9, '34%'],
  ])('follows another share of the age: %d months of 24', (developmental, words) => {
    const policy = policyWith({ version: 2, delayFraction: '1/3' });
    expect(delayInWords(areaAt(developmental, policy), policy.delayFraction)).toBe(words);
  });

  it('says that there is none yet on the day of birth', () => {
    expect(delayInWords({ delayPercent: null, meets: false }, '1/2')).toBe('none yet');
  });

  it('shows 50 or more for exactly the areas that meet it, whatever the ages', () => {
    const thousandths = fc.integer({ min: 0, max: 30_000 }).map((n) => n / 1000);
    const nearHalf = fc.integer({ min: 11_900, max: 12_100 }).map((n) => n / 1000);
    fc.assert(
      fc.property(fc.oneof(thousandths, nearHalf), (developmental) => {
        const words = half(developmental);
        expect(Number.parseFloat(words.replace('none', '0')) >= 50).toBe(areaAt(developmental).meets);
        expect(words.includes('just under')).toBe(isNearMiss(areaAt(developmental), '1/2'));
      }),
    );
  });
});
