import { describe, expect, test } from 'vitest';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { aReferral, type Sent, scored } from '../a-referral.ts';

function judged(assessments: Sent['assessments'], referralOn: string, dob: string, gestationWeeks: number) {
  const child = { firstName: 'A', lastName: 'B', dob, gestationWeeks };
  return assess(aReferral({ child, assessments }), referralOn, defaultPolicy);
}

describe('a child born early', () => {
  const two = [scored('visual', 9, '2026-03-10'), scored('manipulative', 9, '2026-03-10')];

  test.each([
    ['36 weeks: 4 weeks less leave fewer than 2', 36, ['AREAS', 'PREMATURITY_CHANGES_RESULT'], 0],
    ['37 weeks is not early', 37, ['AREAS'], undefined],
    ['28 weeks', 28, ['AREAS', 'PREMATURITY_CHANGES_RESULT'], 0],
  ])('%s', (_, weeks, flags, corrected) => {
    const result = judged(two, '2026-03-10', '2024-09-10', weeks);
    expect(['AREAS', ...result.flags]).toEqual(flags);
    expect(result.computed.areasMeetingDelayCorrected).toBe(corrected);
    expect(result.computed.areas?.every((area) => 'meetsCorrected' in area === (corrected !== undefined))).toBe(true);
    expect(result.triageRecommendation).toBe(corrected === undefined ? 'ELIGIBLE' : 'REVIEW');
  });

  test('areas that stay met by the corrected age change nothing, and both counts are shown', () => {
    const result = judged(
      two.map((one) => ({ ...one, developmentalAgeMonths: 8 })),
      '2026-03-10',
      '2024-09-10',
      36,
    );
    expect([result.flags, result.computed.areasMeetingDelayCorrected]).toEqual([[], 2]);
    expect(result.computed.areas?.[0]).toMatchObject({ correctedAgeMonths: 17.06, meetsCorrected: true });
  });

  test('correction ends at 24 completed months: the day before it applies, on it the age stays as it is', () => {
    const at = (on: string) =>
      judged([scored('visual', 11.9, on), scored('manipulative', 11.9, on)], '2026-09-10', '2024-09-10', 30);
    expect(at('2026-09-09').flags).toContain('PREMATURITY_CHANGES_RESULT');
    expect(at('2026-09-10').flags).toEqual([]);
    expect(at('2026-09-10').computed).not.toHaveProperty('areasMeetingDelayCorrected');
  });

  test('areas assessed at 24 months or later count as they are beside corrected ones', () => {
    const young = scored('visual', 11.9, '2026-04-09');
    const later = [scored('manipulative', 12, '2026-09-10'), scored('locomotor', 30, '2026-09-10')];
    const { computed, flags } = judged([young, ...later], '2026-09-10', '2024-04-10', 30);
    expect(computed.areas?.map((area) => area.meetsCorrected ?? area.meets)).toEqual([false, true, false]);
    expect([computed.areasMeetingDelayCorrected, flags]).toEqual([1, ['PREMATURITY_CHANGES_RESULT']]);
  });

  test('fewer than 2 met: the corrected age of each area is shown, the count is not', () => {
    const { computed, flags } = judged(two.slice(0, 1), '2026-03-10', '2024-09-10', 30);
    expect(flags).toEqual(['AREAS_NOT_ALL_SCORED']);
    expect(computed.areas?.[0]).toHaveProperty('meetsCorrected', false);
    expect(computed).not.toHaveProperty('areasMeetingDelayCorrected');
  });

  test('an assessment before the due date has an age below 0 and meets nothing', () => {
    const [area] = judged([scored('visual', 0, '2026-03-20')], '2026-03-24', '2026-03-10', 30).computed.areas ?? [];
    expect(area).toMatchObject({ meets: true, meetsCorrected: false });
    expect(area?.correctedAgeMonths).toBeLessThan(0);
  });
});
