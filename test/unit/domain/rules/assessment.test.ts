import { describe, expect, test } from 'vitest';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { aReferral } from '../a-referral.ts';
import { workedCases } from '../worked-cases.ts';

const on = '2026-09-24';

describe('the worked cases', () => {
  test.each(workedCases)('$id: $description', ({ id, body, referralDate, expected }) => {
    const { findings, problems, evidenceFailed, ...shown } = assess(body, referralDate, defaultPolicy, {
      duplicate: id === 'C24',
    });
    expect(JSON.stringify(shown)).toBe(JSON.stringify(expected));
  });

  test.each(workedCases)('$id: an Early Help Assessment with it changes nothing', ({ body, referralDate }) => {
    const attached = { ...body, earlyHelpAssessment: { evidenceId: 'eha', completedOn: '2024-01-31' } };
    expect(assess(attached, referralDate, defaultPolicy)).toEqual(assess(body, referralDate, defaultPolicy));
  });

  test.each(workedCases)('$id: every code that is shown has a finding in words', ({ body, referralDate }) => {
    const { reasons, flags, findings, problems } = assess(body, referralDate, defaultPolicy);
    const explained = new Set([...findings, ...problems].map(({ code }) => code));
    expect([...reasons, ...flags].filter((code) => !explained.has(code))).toEqual([]);
    expect(
      findings.filter(({ sentence, value, threshold, reference }) => !(sentence && value && threshold && reference)),
    ).toEqual([]);
  });
});

describe('the order of the rules', () => {
  const everythingWrong = aReferral({
    immediateRisk: true,
    postcode: 'BA2O 1AA',
    child: { firstName: 'Moss', lastName: 'Nosetting', dob: '2023-04-10' },
    consent: { parentAgreesToReferral: false, parentUnderstandsAims: false },
    evidence: [],
    availability: { weeklyHomeVisits: false },
  });
  const outcomeOf = (body: unknown, duplicate = false) =>
    assess(body, '2026-10-12', defaultPolicy, { duplicate }).outcome;

  test('immediate risk comes before everything, even in a malformed referral', () => {
    expect(outcomeOf(everythingWrong, true)).toBe('SAFEGUARDING_STOP');
    expect(outcomeOf({ immediateRisk: true })).toBe('SAFEGUARDING_STOP');
  });

  test('then validity, possible duplicate, agreement, age and evidence, each hiding what comes after', () => {
    const valid = { ...everythingWrong, immediateRisk: false };
    expect(outcomeOf(valid, true)).toBe('RETURNED_INVALID');
    const held = { ...valid, postcode: 'TA1 9ZZ', assessments: [] };
    expect(outcomeOf(held, true)).toBe('POSSIBLE_DUPLICATE');
    expect(outcomeOf(held)).toBe('NOT_ACCEPTED_NO_CONSENT');
    const agreed = { ...held, consent: aReferral().consent };
    expect(outcomeOf(agreed)).toBe('REDIRECTED_EY_ADVISORY');
    const young = { ...agreed, child: aReferral().child };
    expect(outcomeOf(young)).toBe('NOT_ACCEPTED_NO_EVIDENCE');
    expect(outcomeOf({ ...young, evidence: aReferral().evidence ?? [] })).toBe('TRIAGE');
  });

  test('a recorded emergency call lets the referral go on; half a record does not', () => {
    const risk = aReferral({ immediateRisk: true });
    const [at, by] = [{ emergencyCallMadeAt: '2026-09-24T09:05' }, { emergencyCallMadeBy: 'A. Referrer' }];
    expect(assess({ ...risk, ...at, ...by }, on, defaultPolicy).outcome).toBe('TRIAGE');
    expect(assess({ ...risk, ...at }, on, defaultPolicy).outcome).toBe('SAFEGUARDING_STOP');
    expect(assess({ ...risk, ...by }, on, defaultPolicy).outcome).toBe('SAFEGUARDING_STOP');
    expect(assess({ ...risk, ...at, emergencyCallMadeBy: ' ' }, on, defaultPolicy).outcome).toBe('SAFEGUARDING_STOP');
    expect(assess({ ...risk, ...by, emergencyCallMadeAt: 'just now' }, on, defaultPolicy).outcome).toBe(
      'SAFEGUARDING_STOP',
    );
  });

  test('reasons and flags stand in the order of the rules', () => {
    const { reasons, flags } = assess(
      aReferral({
        child: { firstName: 'A', lastName: 'B', dob: '2024-03-20' },
        postcode: 'EX1 1AA',
        evidence: [{ type: 'THERAPY_REPORT', title: 'Report' }],
        assessments: [{ area: 'visual', developmentalAgeMonths: 1, tool: 'SOGS', assessedOn: '2025-01-20' }],
        otherInterventions: [{ type: 'PHYSIOTHERAPY', hoursPerWeek: 20 }],
        settingHoursPerWeek: 15,
        availability: { weeklyHomeVisits: false },
      }),
      on,
      defaultPolicy,
    );
    expect(reasons).toEqual([
      'DELAY_MET_IN_1_AREAS',
      'OTHER_INTERVENTION_OVER_50_PERCENT',
      'NOT_AVAILABLE_FOR_WEEKLY_HOME_VISITS',
    ]);
    expect(flags).toEqual([
      'TURNS_3_BEFORE_SIX_MONTH_TARGET',
      'EVIDENCE_TYPE_NEEDS_JUDGEMENT',
      'AREAS_NOT_ALL_SCORED',
      'ASSESSMENT_OVER_6_MONTHS_OLD',
      'SETTING_EXACTLY_15_HOURS',
      'POSTCODE_OUTSIDE_SOMERSET_LIST',
    ]);
  });
});

describe('what is suggested', () => {
  const suggestion = (changes: Parameters<typeof aReferral>[0]) => {
    const { triageRecommendation, homeVisiting, suggestedPathways } = assess(aReferral(changes), on, defaultPolicy);
    return [triageRecommendation, homeVisiting, suggestedPathways.join(' ')];
  };

  test.each([
    ['nothing to note', {}, ['ELIGIBLE', 'POSSIBLE', 'HOME_VISITING PORTAGE_GROUP STAY_AND_PLAY']],
    [
      'a postcode to look at',
      { postcode: 'EX1 1AA' },
      ['REVIEW', 'POSSIBLE', 'HOME_VISITING PORTAGE_GROUP STAY_AND_PLAY'],
    ],
    ['over 15 setting hours', { settingHoursPerWeek: 15.25 }, ['ELIGIBLE', 'UNLIKELY', 'PORTAGE_GROUP STAY_AND_PLAY']],
    [
      'exactly 15 setting hours',
      { settingHoursPerWeek: 15 },
      ['ELIGIBLE', 'POSSIBLE', 'HOME_VISITING PORTAGE_GROUP STAY_AND_PLAY'],
    ],
    [
      'a family that is not available, two areas met',
      { availability: { weeklyHomeVisits: false } },
      ['LIKELY_INELIGIBLE', 'NOT_RECOMMENDED', 'PORTAGE_GROUP'],
    ],
    [
      'a family that is not available, other help over half, two areas met',
      { availability: { weeklyHomeVisits: false }, otherInterventions: [{ type: 'PHYSIOTHERAPY', hoursPerWeek: 16 }] },
      ['LIKELY_INELIGIBLE', 'NOT_RECOMMENDED', 'PORTAGE_GROUP'],
    ],
    [
      'a family that is not available, nothing scored',
      { availability: { weeklyHomeVisits: false }, assessments: [] },
      ['LIKELY_INELIGIBLE', 'NOT_RECOMMENDED', ''],
    ],
    [
      'other help over half, physical development affected, over 15 hours',
      {
        physicalDevelopmentSignificantlyAffected: true,
        otherInterventions: [{ type: 'PHYSIOTHERAPY', hoursPerWeek: 15.25 }],
        settingHoursPerWeek: 30,
      },
      ['LIKELY_INELIGIBLE', 'NOT_RECOMMENDED', 'LITTLE_TREASURES'],
    ],
    [
      'likely ineligible outweighs a look by people',
      { postcode: 'EX1 1AA', availability: { weeklyHomeVisits: false } },
      ['LIKELY_INELIGIBLE', 'NOT_RECOMMENDED', 'PORTAGE_GROUP'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(suggestion(changes)).toEqual(expected);
  });
});
