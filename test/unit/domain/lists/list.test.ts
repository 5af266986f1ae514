import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingOf } from '#application/lists/read-place.ts';
import { suggestBand } from '#domain/lists/band.ts';
import { explainPlace } from '#domain/lists/explain.ts';
import { orderKey, type Placing } from '#domain/lists/order.ts';
import { counted, earlierFor, NO_ONE, type Tally } from '#domain/lists/tally.ts';
import { breachOn, isOverTarget, targetDate } from '#domain/lists/target.ts';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy, policyWith } from '#domain/service/policy.ts';
import { nth } from '#domain/values/numbers.ts';
import { anEntry } from '#test/contract/samples.ts';
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

  test('every place is explained, whole lists and a place by its counts alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPlacing, { minLength: 1, maxLength: 12 }), async (placings) => {
        const list = [...placings].sort(byTheRules);
        let tally: Tally = NO_ONE;
        for (const [index, placing] of list.entries()) {
          const entry = { ...anEntry(''), ...placing, suggestedBand: null, order: orderKey(placing) };
          const standing = await standingOf(countingOf(list.map(orderKey)), entry);
          const first = list.findIndex((one) => orderKey(one) === orderKey(placing));
          if (first === index)
            expect(standing).toEqual({
              tally: { ...tally, targetOn: placing.targetOn, earlier: earlierFor(tally, placing) },
              all: list.length,
            });
          expect(explainPlace(placing, tally, list.length)).toMatch(
            new RegExp(`^${nth(index + 1)} of ${list.length}: .* before$`),
          );
          tally = counted(tally, placing);
        }
      }),
    );
  });

  test('in words', () => {
    const base = { band: 2, broadAreas: 3, targetOn: '2027-03-24' } as const;
    const list = [
      { ...base, band: null, broadAreas: undefined },
      { ...base, band: 1, broadAreas: 1 },
      base,
      { ...base, targetOn: '2027-03-25' },
      { ...base, targetOn: '2027-03-25' },
      { ...base, targetOn: '2027-03-25', band: null, suggestedBand: 2 },
    ];
    let tally: Tally = NO_ONE;
    const said = list.map((one) => {
      const sentence = explainPlace(one, tally, 11);
      tally = counted(tally, one);
      return sentence;
    });
    expect(said).toEqual([
      '1st of 11: band to be set by a person; no child is before',
      '2nd of 11: band 1 (one broad area); one child without a band is before',
      '3rd of 11: band 2 (three broad areas); one child without a band and one in band 1 are before',
      '4th of 11: band 2 (three broad areas); one child without a band, one in band 1 and one in band 2 with an earlier target date are before',
      '5th of 11: band 2 (three broad areas); one child without a band, one in band 1, one in band 2 with an earlier target date and one in band 2 with the same target date who was referred earlier are before',
      '6th of 11: band 2, suggested (three broad areas); one child without a band, one in band 1, one in band 2 with an earlier target date and two in band 2 with the same target date who were referred earlier are before',
    ]);
  });

  test('a place further down: the sentence of the rules', () => {
    const tally = { before: [0, 1, 1, 0], targetOn: '2027-03-01', earlier: 0 } as const;
    expect(explainPlace({ band: 2, broadAreas: 3, targetOn: '2027-03-24' }, tally, 11)).toBe(
      '3rd of 11: band 2 (three broad areas); one child in band 1 and one in band 2 with an earlier target date are before',
    );
  });
});

/** An index that counts these orders. */
function countingOf(orders: readonly string[]) {
  const listCount = async (_pathway: string, _locality: string, below?: string) =>
    orders.filter((order) => below === undefined || order < below).length;
  return { listCount };
}
