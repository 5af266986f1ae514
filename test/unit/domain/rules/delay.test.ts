import { describe, expect, test } from 'vitest';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy, policyWith } from '#domain/service/policy.ts';
import { aReferral, nineAreas, type Sent, scored } from '../a-referral.ts';

type Assessments = Sent['assessments'];

function judged(assessments: Assessments, referralOn = '2026-09-24', dob = '2024-09-10') {
  const child = { firstName: 'A', lastName: 'B', dob };
  return assess(aReferral({ child, assessments }), referralOn, defaultPolicy);
}

describe('half of the chronological age', () => {
  test.each([
    ['exactly half counts', '2026-09-10', 12, true, 24, 50],
    ['a hair more than half does not', '2026-09-10', 12.001, false, 24, 50],
    ['one day into a month of 30 days, exactly half', '2026-09-11', 12.0166, true, 24.03, 50],
    ['one day into a month, just above half', '2026-09-11', 12.0167, false, 24.03, 50],
    ['half way through a month of 30 days: 24.5 months', '2026-09-25', 12.25, true, 24.5, 50],
    ['half way through, a hundredth above', '2026-09-25', 12.26, false, 24.5, 49.96],
    ['a decimal that binary fractions cannot hold: 24.2 months', '2026-09-16', 12.1, true, 24.2, 50],
    ['more than the age: a negative delay', '2026-09-10', 36, false, 24, -50],
    ['no skills yet', '2026-09-10', 0, true, 24, 100],
  ])('%s', (_, assessedOn, developmental, meets, age, percent) => {
    const [area] = judged([scored('visual', developmental, assessedOn)], '2026-10-09').computed.areas ?? [];
    expect(area).toMatchObject({ meets, chronologicalAgeMonths: age, delayPercent: percent });
  });

  test('an exact half of a hundredth is rounded up, not to even', () => {
    const areas = [scored('visual', 31, '2026-09-10'), scored('locomotor', 33, '2026-09-10')];
    expect(judged(areas, '2026-09-10', '2024-01-10').computed.areas?.map(({ delayPercent }) => delayPercent)).toEqual([
      3.13, -3.12,
    ]);
  });

  test('on the day of birth there is no percentage', () => {
    const [area] = judged([scored('visual', 0, '2026-09-24')], '2026-09-24', '2026-09-24').computed.areas ?? [];
    expect(area).toMatchObject({ chronologicalAgeMonths: 0, delayPercent: null });
  });

  test('a monthly anniversary that February lacks falls on 1 March', () => {
    const [last, first] =
      judged([scored('visual', 1, '2026-02-28'), scored('locomotor', 1, '2026-03-01')], '2026-03-01', '2025-01-31')
        .computed.areas ?? [];
    expect([last?.chronologicalAgeMonths, first?.chronologicalAgeMonths]).toEqual([12.97, 13]);
  });

  test('a policy can ask for another share of the age', () => {
    const policy = policyWith({ version: 2, delayFraction: '1/3' });
    const met = (months: number) =>
      assess(aReferral({ assessments: [scored('visual', months, '2026-09-10')] }), '2026-09-24', policy).computed
        .areasMeetingDelay;
    expect([met(16), met(16.01)]).toEqual([1, 0]);
  });
});

describe('how many areas', () => {
  const look = ({ reasons, flags, triageRecommendation }: ReturnType<typeof judged>) => [
    reasons,
    flags,
    triageRecommendation,
  ];

  test.each([
    [0, ['DELAY_MET_IN_0_AREAS', 'FEWER_THAN_2_AREAS'], 'LIKELY_INELIGIBLE'],
    [1, ['DELAY_MET_IN_1_AREAS', 'FEWER_THAN_2_AREAS'], 'LIKELY_INELIGIBLE'],
    [2, ['DELAY_MET_IN_2_AREAS'], 'ELIGIBLE'],
    [9, ['DELAY_MET_IN_9_AREAS'], 'ELIGIBLE'],
  ])('%i of nine met', (met, reasons, recommendation) => {
    expect(look(judged(nineAreas('2026-09-10', met)))).toEqual([reasons, [], recommendation]);
  });

  test('nothing scored is for people: a reason and a flag, and no count', () => {
    const unscored = [{ area: 'visual', score: 12, cutOff: 20, tool: 'ASQ3', assessedOn: '2026-09-10' }] as const;
    for (const assessments of [[], [...unscored]]) {
      const result = judged(assessments);
      expect(look(result)).toEqual([['DELAY_NOT_COMPUTABLE'], ['DELAY_NOT_COMPUTABLE'], 'REVIEW']);
      expect(result.computed).toMatchObject({ areas: [], areasMeetingDelay: 0 });
    }
  });

  test.each([
    ['7 scored, 0 met: the other 2 could make 2', 7, 0, ['AREAS_NOT_ALL_SCORED']],
    ['8 scored, 0 met: the other 1 cannot', 8, 0, []],
    ['8 scored, 1 met: the other 1 could', 8, 1, ['AREAS_NOT_ALL_SCORED']],
    ['9 scored, 1 met', 9, 1, []],
    ['1 scored and met', 1, 1, ['AREAS_NOT_ALL_SCORED']],
  ])('%s', (_, count, met, flags) => {
    const result = judged(nineAreas('2026-09-10', met).slice(-count));
    expect(result.flags).toEqual(flags);
    expect(result.reasons.includes('FEWER_THAN_2_AREAS')).toBe(flags.length === 0);
    expect(result.triageRecommendation).toBe(flags.length === 0 ? 'LIKELY_INELIGIBLE' : 'REVIEW');
  });

  test('cognition is no SOGS area: it counts when met, and the nine stay unscored', () => {
    const all = nineAreas('2026-09-10', 1);
    expect(look(judged([...all, scored('cognitive', 12, '2026-09-10')]))).toEqual([
      ['DELAY_MET_IN_2_AREAS'],
      [],
      'ELIGIBLE',
    ]);
    expect(look(judged([...all, scored('cognitive', 24, '2026-09-10')]))[0]).toContain('FEWER_THAN_2_AREAS');
    expect(look(judged([scored('cognitive', 24, '2026-09-10')]))[1]).toEqual(['AREAS_NOT_ALL_SCORED']);
  });

  test('an area with a score and no developmental age is shown nowhere and counts as not scored', () => {
    const eight = nineAreas('2026-09-10', 1).slice(1);
    const result = judged([
      ...eight,
      { area: 'passive_posture', score: 3, cutOff: 5, tool: 'SOGS', assessedOn: '2026-09-10' },
    ]);
    expect([result.flags, result.computed.areas?.length]).toEqual([['AREAS_NOT_ALL_SCORED'], 8]);
  });
});

describe('a second look', () => {
  const almost = [...nineAreas('2026-09-10', 1).slice(0, 8), scored('manipulative', 12, '2026-09-10')].map((one) =>
    one.area === 'interactive_social' ? scored('interactive_social', 12.2, '2026-09-10') : one,
  );

  test('fewer than 2 by the assessment, 2 by the referral date: the age that is used decides', () => {
    expect(judged(almost, '2026-09-24').flags).toEqual(['RESULT_DEPENDS_ON_AGE_USED']);
    expect(judged(almost, '2026-09-24')).toMatchObject({
      reasons: ['DELAY_MET_IN_1_AREAS'],
      triageRecommendation: 'REVIEW',
    });
    expect(judged(almost, '2026-09-21').reasons).toContain('FEWER_THAN_2_AREAS');
  });

  test('the age that is used comes before areas that were not scored; never both', () => {
    const eight = almost.filter(({ area }) => area !== 'visual');
    expect(judged(eight, '2026-09-24').flags).toEqual(['RESULT_DEPENDS_ON_AGE_USED']);
    expect(judged(eight, '2026-09-21').flags).toEqual(['AREAS_NOT_ALL_SCORED']);
  });

  test('all met areas in one broad area', () => {
    const talk = nineAreas('2026-09-10', 0).filter(({ area }) => !area.includes('language'));
    const both = [
      ...talk,
      scored('hearing_and_language', 6, '2026-09-10'),
      scored('speech_and_language', 6, '2026-09-10'),
    ];
    const flag = ['DELAYED_AREAS_ALL_IN_ONE_BROAD_AREA'];
    expect(judged(both)).toMatchObject({ flags: flag, triageRecommendation: 'REVIEW', homeVisiting: 'POSSIBLE' });
    expect(judged([...both, scored('cognitive', 12, '2026-09-10')]).flags).toEqual([]);
  });
});
