import { expect, test } from 'vitest';
import { assess } from '#domain/rules/assessment.ts';
import { otherHelpLimit, settingLimit } from '#domain/rules/hours.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { visitsUnlikely } from '#test/kit/words/referral.ts';
import { aReferral, type Sent, scored } from '../a-referral.ts';

const on = '2026-09-24';
const child = { firstName: 'A', lastName: 'B' };

function findingOf(code: string, changes: Partial<Sent>, duplicate = false) {
  const { findings } = assess(aReferral(changes), on, defaultPolicy, { duplicate });
  const found = findings.find((finding) => finding.code === code);
  return found && [found.source, found.effect, found.value, found.threshold];
}

test.each<[string, Partial<Sent>, string[]]>([
  ['IMMEDIATE_RISK_DECLARED', { immediateRisk: true }, ['local choice', 'STOP']],
  [
    'PARENT_DOES_NOT_AGREE',
    { consent: { parentAgreesToReferral: false, parentUnderstandsAims: true } },
    ['published', 'STOP', 'no'],
  ],
  [
    'AGE_OVER_3_0',
    { child: { ...child, dob: '2023-04-10' }, assessments: [] },
    ['published', 'STOP', '3 years 5 months 14 days', 'the third birthday, 10 April 2026'],
  ],
  ['NO_SETTING_NAMED', { child: { ...child, dob: '2023-04-10' }, assessments: [] }, ['local choice', 'NOTE']],
  [
    'AGE_BEYOND_RECEPTION',
    { child: { ...child, dob: '2019-04-10' }, assessments: [] },
    ['published', 'STOP', '7 years 5 months 14 days', 'the end of Reception, 31 August 2024'],
  ],
  ['NO_ASSESSMENT_EVIDENCE_INCLUDED', { evidence: [] }, ['published', 'STOP', 'nothing']],
  [
    'NO_ASSESSMENT_EVIDENCE_INCLUDED',
    { evidence: [{ type: 'PARENT_STATEMENT', title: 'T' }] },
    ['published', 'STOP', 'only a statement by the parents'],
  ],
  ['AGE_EXACTLY_3_0', { child: { ...child, dob: '2023-09-24' }, assessments: [] }, ['local choice', 'NOTE']],
  [
    'TURNS_3_BEFORE_SIX_MONTH_TARGET',
    { child: { ...child, dob: '2024-01-24' }, assessments: [] },
    ['local choice', 'NOTE', '2 years 8 months'],
  ],
  [
    'EVIDENCE_TYPE_NEEDS_JUDGEMENT',
    { evidence: [{ type: 'THERAPY_REPORT', title: 'T' }] },
    ['local choice', 'REVIEW', "a therapist's report"],
  ],
  ['DELAY_MET_IN_2_AREAS', {}, ['published', 'NOTE', '2 areas', '2 areas or more']],
  ['DELAY_NOT_COMPUTABLE', { assessments: [] }, ['published', 'REVIEW', 'no developmental age given']],
  [
    'AREAS_NOT_ALL_SCORED',
    { assessments: [scored('visual', 6, '2026-09-10')] },
    ['local choice', 'REVIEW', '1 area met, 8 of the nine not scored'],
  ],
  [
    'ASSESSMENT_OVER_6_MONTHS_OLD',
    { assessments: [scored('visual', 6, '2026-03-24')] },
    ['local choice', 'NOTE', '184 days', '183 days'],
  ],
  [
    'OTHER_INTERVENTION_OVER_50_PERCENT',
    { otherInterventions: [{ type: 'OTHER', hoursPerWeek: 15.5 }] },
    ['published', 'LIKELY_INELIGIBLE', '15.5 hours a week', `at most ${otherHelpLimit(defaultPolicy)}`],
  ],
  [
    'OTHER_INTERVENTION_EXACTLY_50_PERCENT',
    { otherInterventions: [{ type: 'OTHER', hoursPerWeek: 15 }] },
    ['local choice', 'NOTE'],
  ],
  [
    'SETTING_OVER_15_HOURS',
    { settingHoursPerWeek: 15.5 },
    ['published', 'NOTE', '15.5 hours a week', settingLimit(defaultPolicy)],
  ],
  [
    'NOT_AVAILABLE_FOR_WEEKLY_HOME_VISITS',
    { availability: { weeklyHomeVisits: false } },
    ['published', 'LIKELY_INELIGIBLE'],
  ],
  ['POSTCODE_OUTSIDE_SOMERSET_LIST', { postcode: 'EX1 1AA' }, ['local choice', 'REVIEW', 'EX1']],
])('%s is shown with its value, threshold, source and effect', (code, changes, expected) => {
  expect(findingOf(code, changes)?.slice(0, expected.length)).toEqual(expected);
});

test('SAME_NHS_NUMBER_AND_DOB holds the referral and says nothing of the other case', () => {
  expect(findingOf('SAME_NHS_NUMBER_AND_DOB', {}, true)?.slice(0, 2)).toEqual(['local choice', 'HOLD']);
});

test('the sentences of a result are for people: no codes in capitals, no personal data', () => {
  const { findings } = assess(
    aReferral({ evidence: [{ type: 'THERAPY_REPORT', title: 'T' }], settingHoursPerWeek: 20, postcode: 'EX1 1AA' }),
    on,
    defaultPolicy,
  );
  expect(findings.map(({ sentence }) => sentence)).toEqual([
    'The triage team needs to check this kind of evidence.',
    'There is a delay of at least half the age in 2 areas, on the dates of the assessments.',
    `${visitsUnlikely(15)}.`,
    "The postcode district EX1 is not on the list of the service's area.",
  ]);
});
