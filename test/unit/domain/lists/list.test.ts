import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestBand } from '#domain/lists/band.ts';
import { orderKey, type Placing } from '#domain/lists/order.ts';
import { explainPosition } from '#domain/lists/position.ts';
import { breachOn, isOverTarget, targetDate } from '#domain/lists/target.ts';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy, policyWith } from '#domain/service/policy.ts';
import { aReferral, scored } from '../a-referral.ts';

describe('the target date', () => {
  test.each([
    ['2026-08-31', '2027-02-28', '2027-03-01'],
    ['2027-08-31', '2028-02-29', '2028-03-01'],
    ['2026-04-10', '2026-10-10', '2026-10-11'],
    ['2026-12-31', '2027-06-30', '2027-07-01'],
  ])('accepted on %s: by %s, over on %s', (acceptedOn, target, over) => {
    expect([targetDate(acceptedOn, defaultPolicy), breachOn(acceptedOn, defaultPolicy)]).toEqual([target, over]);
  });

  test('on the target date is in time, the next day is over, and a start stops the clock', () => {
    const over = (began: string | null, today: string) => isOverTarget('2026-04-10', began, today, defaultPolicy);
    expect([over('2026-10-10', '2027-01-01'), over('2026-10-11', '2027-01-01')]).toEqual([false, true]);
    expect([over(null, '2026-10-10'), over(null, '2026-10-11')]).toEqual([false, true]);
  });

  test('a policy can aim for another number of months', () => {
    expect(targetDate('2026-08-31', policyWith({ version: 2, waitTargetMonths: 3 }))).toBe('2026-11-30');
  });
});

describe('the band that is suggested', () => {
  const areas = ['locomotor', 'manipulative', 'visual', 'speech_and_language', 'interactive_social'] as const;
  const suggest = (broad: number, changes: Parameters<typeof aReferral>[0] = {}) => {
    const assessments = areas.map((area, i) => scored(area, i < broad ? 6 : 24, '2026-09-10'));
    const needs = { diagnosis: null, physicalDevelopmentSignificantlyAffected: false, ...changes };
    return suggestBand(
      assess(aReferral({ assessments }), '2026-09-24', defaultPolicy).computed,
      { ...needs, diagnosis: needs.diagnosis ?? null },
      defaultPolicy,
    );
  };

  test.each([
    [0, 3, 3],
    [1, 3, 3],
    [2, 2, 1],
    [3, 2, 1],
    [4, 1, 1],
    [5, 1, 1],
  ])('%i broad areas met: %i, with a diagnosis or a physical need %i', (broad, plain, withNeed) => {
    expect([suggest(broad), suggest(broad, { diagnosis: 'Down syndrome' })]).toEqual([plain, withNeed]);
    expect(suggest(broad, { physicalDevelopmentSignificantlyAffected: true })).toBe(withNeed);
  });

  test('nothing scored: no suggestion', () => {
    const { computed } = assess(aReferral({ assessments: [] }), '2026-09-24', defaultPolicy);
    expect(
      suggestBand(
        computed,
        { diagnosis: 'Global delay', physicalDevelopmentSignificantlyAffected: true },
        defaultPolicy,
      ),
    ).toBeNull();
  });
});

const anyPlacing: fc.Arbitrary<Placing> = fc.record({
  band: fc.constantFrom(null, 1, 2, 3),
  targetOn: fc.constantFrom('2027-02-28', '2027-03-01', '2027-03-24'),
  referredAt: fc.constantFrom('2026-09-24T08:00:00.000Z', '2026-09-24T08:00:00.001Z', '2026-10-01T08:00:00.000Z'),
  reference: fc.constantFrom('2345CDFGHJ6', '2345CDFGHJ7', '9FGHJ2345C4'),
});

/** The order by the words of RULES: band (none first), then target date, then referral time, then reference. */
function byTheRules(a: Placing, b: Placing): number {
  const text = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
  return (
    (a.band ?? 0) - (b.band ?? 0) ||
    text(a.targetOn, b.targetOn) ||
    text(a.referredAt, b.referredAt) ||
    text(a.reference, b.reference)
  );
}

describe('the order of a list', () => {
  test('the plain order of the keys is the order of RULES', () => {
    fc.assert(
      fc.property(anyPlacing, anyPlacing, (a, b) => {
        const [x, y] = [orderKey(a), orderKey(b)];
        expect(Math.sign(byTheRules(a, b))).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
    );
  });

  test('every position can be explained, and names what decided', () => {
    fc.assert(
      fc.property(fc.array(anyPlacing, { minLength: 1, maxLength: 8 }), (placings) => {
        const list = [...placings].sort(byTheRules);
        const explained = list.map((placing, i) => ({ ...placing, isBandConfirmed: i % 2 === 0 }));
        const said = list.map((_, i) => explainPosition(explained, i));
        expect(said.every((words, i) => words.startsWith(`Position ${i + 1} of ${list.length}: `))).toBe(true);
        expect(
          said
            .slice(1)
            .every((words) =>
              /because of (a band|the band|an earlier target|the referral time|the reference)/.test(words),
            ),
        ).toBe(true);
      }),
    );
  });

  test('in words', () => {
    const facts = { targetOn: '2027-03-24', referredAt: '2026-09-24T08:00:00.000Z', reference: 'AAA' };
    const base = { ...facts, band: 2, isBandConfirmed: true } as const;
    const list: Parameters<typeof explainPosition>[0] = [
      { ...base, band: null },
      { ...base, band: 1, isBandConfirmed: false },
      base,
      { ...base, targetOn: '2027-03-25' },
      { ...base, targetOn: '2027-03-25', referredAt: '2026-09-25T08:00:00.000Z' },
      { ...base, targetOn: '2027-03-25', referredAt: '2026-09-25T09:00:00.000Z' },
      { ...base, targetOn: '2027-03-25', referredAt: '2026-09-25T09:00:00.000Z', reference: 'AAB' },
    ];
    expect(list.map((_, i) => explainPosition(list, i))).toEqual([
      'Position 1 of 7: band to be set by the team, target date 24 March 2027. No child comes before.',
      'Position 2 of 7: band 1 (suggested), target date 24 March 2027. The child before (AAA) comes first because of a band that is still to be set.',
      'Position 3 of 7: band 2, target date 24 March 2027. The child before (AAA) comes first because of the band: 1 comes before 2.',
      'Position 4 of 7: band 2, target date 25 March 2027. The child before (AAA) comes first because of an earlier target date: 24 March 2027.',
      'Position 5 of 7: band 2, target date 25 March 2027. The child before (AAA) comes first because of the referral time: referred on 24 September 2026, this one on 25 September 2026.',
      'Position 6 of 7: band 2, target date 25 March 2027. The child before (AAA) comes first because of the referral time: referred earlier on the same day.',
      'Position 7 of 7: band 2, target date 25 March 2027. The child before (AAA) comes first because of the reference, because everything else is equal.',
    ]);
    expect(explainPosition(list, 7)).toBe('');
  });
});
