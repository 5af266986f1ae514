import { describe, expect, test } from 'vitest';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy, policyWith } from '#domain/service/policy.ts';
import { aReferral } from '../a-referral.ts';

function at(dob: string, referralOn: string, changes: Parameters<typeof aReferral>[0] = {}, policy = defaultPolicy) {
  const child = { firstName: 'Kit', lastName: 'Samplewood', dob };
  return assess(aReferral({ child, assessments: [], ...changes }), referralOn, policy);
}

describe('the third birthday', () => {
  test.each([
    ['184 days before', '2023-10-05', '2026-04-04', 'TRIAGE', []],
    ['183 days before', '2023-10-05', '2026-04-05', 'TRIAGE', ['TURNS_3_BEFORE_SIX_MONTH_TARGET']],
    ['the day before', '2023-10-05', '2026-10-04', 'TRIAGE', ['TURNS_3_BEFORE_SIX_MONTH_TARGET']],
    ['the day itself', '2023-10-05', '2026-10-05', 'TRIAGE', ['AGE_EXACTLY_3_0']],
    ['the day of birth', '2026-10-05', '2026-10-05', 'TRIAGE', []],
    [
      '29 February: on 28 February not yet 3',
      '2024-02-29',
      '2027-02-28',
      'TRIAGE',
      ['TURNS_3_BEFORE_SIX_MONTH_TARGET'],
    ],
    ['29 February: 3 on 1 March', '2024-02-29', '2027-03-01', 'TRIAGE', ['AGE_EXACTLY_3_0']],
    ['29 February: over on 2 March', '2024-02-29', '2027-03-02', 'REDIRECTED_EY_ADVISORY', ['NO_SETTING_NAMED']],
  ])('%s', (_, dob, referralOn, outcome, flags) => {
    const result = at(dob, referralOn);
    expect([result.outcome, result.flags.filter((flag) => flag !== 'DELAY_NOT_COMPUTABLE')]).toEqual([outcome, flags]);
  });

  test('a policy can leave the birthday itself out', () => {
    const policy = policyWith({ version: 2, ageLimitInclusive: false });
    expect(at('2023-10-05', '2026-10-05', {}, policy).outcome).toBe('REDIRECTED_EY_ADVISORY');
    expect(at('2023-10-05', '2026-10-04', {}, policy).outcome).toBe('TRIAGE');
  });
});

test.each([
  ['over it', '2022-10-04', 'The child was over 4 on the day of the referral (fourth birthday: 4 October 2026). The'],
  ['on it', '2022-10-05', 'The day of the referral is the fourth birthday, which is the last day to refer.'],
  ['near it', '2022-10-06', 'The child turns 4 on 6 October 2026, which may be before support starts.'],
])('the sentence for a child %s names the birthday of the policy', (_where, dob, sentence) => {
  const { findings } = at(dob, '2026-10-05', {}, policyWith({ version: 2, ageLimitYears: 4 }));
  expect(findings.map((finding) => finding.sentence).join(' ')).toContain(sentence);
  expect(JSON.stringify(findings)).not.toContain('third birthday');
});

describe('the end of Reception', () => {
  test.each([
    ['born 31 August: starts the next day after turning 4', '2021-08-31', '2026-08-31'],
    ['born 1 September: starts the year after', '2021-09-01', '2027-08-31'],
    ['born 2 September', '2021-09-02', '2027-08-31'],
    ['born 29 February', '2020-02-29', '2025-08-31'],
  ])('%s', (_, dob, receptionEnds) => {
    const last = at(dob, receptionEnds);
    expect(last.computed.receptionEnds).toBe(receptionEnds);
    expect([last.outcome, last.reasons, last.suggestedPathways]).toEqual([
      'REDIRECTED_EY_ADVISORY',
      ['AGE_OVER_3_0'],
      ['EARLY_YEARS_ADVISORY_TEACHER'],
    ]);
    const after = at(dob, `${receptionEnds.slice(0, 4)}-09-01`);
    expect([after.outcome, after.reasons, after.flags, after.suggestedPathways, Object.keys(after.computed)]).toEqual([
      'OUT_OF_SCOPE',
      ['AGE_BEYOND_RECEPTION'],
      [],
      ['SCHOOL_SENDCO_OR_LOCAL_OFFER'],
      ['ageAtReferral', 'thirdBirthday', 'receptionEnds'],
    ]);
  });

  test('no setting is flagged only at exactly 0 hours', () => {
    expect(at('2023-04-10', '2026-10-12', { settingHoursPerWeek: 0 }).flags).toEqual(['NO_SETTING_NAMED']);
    expect(at('2023-04-10', '2026-10-12', { settingHoursPerWeek: 0.25 }).flags).toEqual([]);
  });
});

describe('the age that is shown', () => {
  test.each([
    ['2024-01-31', '2026-02-28', { years: 2, months: 0, days: 28, completedMonths: 24 }],
    ['2024-01-31', '2026-03-01', { years: 2, months: 1, days: 0, completedMonths: 25 }],
    ['2024-02-29', '2026-02-28', { years: 1, months: 11, days: 30, completedMonths: 23 }],
    ['2026-10-12', '2026-10-12', { years: 0, months: 0, days: 0, completedMonths: 0 }],
  ])('born %s, referred %s', (dob, referralOn, age) => {
    expect(at(dob, referralOn).computed.ageAtReferral).toEqual(age);
  });
});
