import { describe, expect, test } from 'vitest';
import { assess } from '#domain/rules/assessment.ts';
import { otherHelpLimit } from '#domain/rules/hours.ts';
import { defaultPolicy, policyWith } from '#domain/service/policy.ts';
import { aReferral, nineAreas, type Sent } from '../a-referral.ts';

const judged = (changes: Partial<Sent>, policy = defaultPolicy) => assess(aReferral(changes), '2026-09-24', policy);
const help = (...hours: number[]) => hours.map((hoursPerWeek) => ({ type: 'PHYSIOTHERAPY', hoursPerWeek }));

describe('other targeted help over a week of 30 hours', () => {
  test.each([
    ['below half', help(5, 4.5, 5.25), [], [], 14.75, 0.49],
    ['exactly half', help(5, 4.5, 5.5), [], ['OTHER_INTERVENTION_EXACTLY_50_PERCENT'], 15, 0.5],
    ['a quarter of an hour above', help(15.25), ['OTHER_INTERVENTION_OVER_50_PERCENT'], [], 15.25, 0.51],
    ['none', help(), [], [], 0, 0],
    ['a share that ends in an exact half', help(0.75), [], [], 0.75, 0.03],
  ])('%s', (_, otherInterventions, reasons, flags, hours, share) => {
    const result = judged({ otherInterventions });
    expect([result.reasons.slice(1), result.flags]).toEqual([reasons, flags]);
    expect(result.computed).toMatchObject({ otherInterventionHours: hours, otherInterventionShareOfWeek: share });
    expect(result.triageRecommendation).toBe(reasons.length > 0 ? 'LIKELY_INELIGIBLE' : 'ELIGIBLE');
  });
});

/** Every share of a week and every week that a policy may have, and what the most is then. */
describe('the most other targeted help, and what a week is, in words', () => {
  test.each([
    [{}, 'half of a week of 30 hours (15 hours)', 15],
    [{ interventionWeekHours: 25 }, 'half of a week of 25 hours (12.5 hours)', 12.5],
    [{ interventionMaxFraction: '1/3' }, '1/3 of a week of 30 hours (10 hours)', 10],
    [{ interventionMaxFraction: '1/4', interventionWeekHours: 31 }, '1/4 of a week of 31 hours (7.75 hours)', 7.75],
  ])('%j', (changes, words, most) => {
    const policy = policyWith({ version: 2, ...changes });
    expect(otherHelpLimit(policy)).toBe(words);
    const said = (hours: number) =>
      judged({ otherInterventions: help(hours) }, policy).findings.filter(({ rule }) => rule === 'other help');
    expect(said(most)).toMatchObject([{ effect: 'NOTE', threshold: `at most ${words}` }]);
    expect(said(most)[0]?.sentence).toContain(`exactly ${words}`);
    expect(said(most + 0.25)).toMatchObject([{ effect: 'LIKELY_INELIGIBLE', threshold: `at most ${words}` }]);
    expect(said(most - 0.25)).toEqual([]);
  });
});

describe('hours in a setting', () => {
  test.each([
    [14.75, [], 'POSSIBLE'],
    [15, ['SETTING_EXACTLY_15_HOURS'], 'POSSIBLE'],
    [15.25, ['SETTING_OVER_15_HOURS'], 'UNLIKELY'],
  ])('%f hours', (settingHoursPerWeek, flags, homeVisiting) => {
    expect(judged({ settingHoursPerWeek })).toMatchObject({ flags, homeVisiting, triageRecommendation: 'ELIGIBLE' });
  });

  test('the code keeps its name when the policy has another number', () => {
    const policy = policyWith({ version: 2, settingHoursSoftLimit: 20 });
    expect(judged({ settingHoursPerWeek: 20.25 }, policy).flags).toEqual(['SETTING_OVER_15_HOURS']);
    expect(judged({ settingHoursPerWeek: 19 }, policy).flags).toEqual([]);
  });
});

describe('old assessments', () => {
  test.each([
    ['183 days', '2026-03-25', []],
    ['184 days', '2026-03-24', ['ASSESSMENT_OVER_6_MONTHS_OLD']],
  ])('%s before the referral', (_, assessedOn, flags) => {
    const old = { area: 'cognitive', score: 1, cutOff: 2, tool: 'ASQ3', assessedOn } as const;
    expect(judged({ assessments: [...nineAreas('2026-09-10', 2), old] })).toMatchObject({
      flags,
      triageRecommendation: 'ELIGIBLE',
    });
  });
});

describe('the area of the service', () => {
  test.each([
    'TA1 9ZZ',
    'TA24 9ZZ',
    'BA3 9ZZ',
    'BA11 9ZZ',
    'BA16 9ZZ',
    'BA20 9ZZ',
    'BA22 9ZZ',
    'BS26 9ZZ',
    'BS28 9ZZ',
    'DT9 9ZZ',
    'EX16 9ZZ',
  ])('%s is on the list', (postcode) => {
    expect(judged({ postcode }).flags).toEqual([]);
  });

  test.each([
    'TA25 9ZZ',
    'BA2 9ZZ',
    'BA12 9ZZ',
    'BA15 9ZZ',
    'BA17 9ZZ',
    'BA19 9ZZ',
    'BA23 9ZZ',
    'BS25 9ZZ',
    'BS29 9ZZ',
    'DT8 9ZZ',
    'EX1 6ZZ',
    'W1A 1AA',
  ])('%s is for people to look at', (postcode) => {
    expect(judged({ postcode })).toMatchObject({
      flags: ['POSTCODE_OUTSIDE_SOMERSET_LIST'],
      triageRecommendation: 'REVIEW',
    });
  });
});
