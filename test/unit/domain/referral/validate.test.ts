import { describe, expect, test } from 'vitest';
import { validateReferral } from '#domain/referral/validate.ts';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { aReferral, scored } from '../a-referral.ts';

const on = '2026-09-24';

function problems(body: unknown, referralOn = on) {
  const validated = validateReferral(body, referralOn);
  return validated.ok ? [] : validated.problems.map(({ code, path }) => `${code} ${path}`);
}

const withChild = (changes: object) => ({ ...aReferral(), child: { ...aReferral().child, ...changes } });

describe('the NHS number', () => {
  test.each(['9990007314', '999 000 7314', '999-000-7314', ' 9990007314 ', '9990014620'])(
    '%j is accepted',
    (nhsNumber) => {
      expect(problems(withChild({ nhsNumber }))).toEqual([]);
    },
  );

  test.each([
    ['a wrong check digit', '9990007315'],
    ['two digits swapped', '9990007341'],
    ['a number whose check digit would be 10', '9990000000'],
    ['nine digits', '999000731'],
    ['eleven digits', '99900073144'],
    ['letters', '99900O7314'],
    ['nothing', ''],
  ])('malformed: %s', (_, nhsNumber) => {
    expect(problems(withChild({ nhsNumber }))).toEqual(['NHS_NUMBER_CHECK_DIGIT child.nhsNumber']);
  });

  test('may be left out', () => {
    const { nhsNumber, ...child } = aReferral().child;
    expect(problems({ ...aReferral(), child })).toEqual([]);
  });
});

describe('the postcode', () => {
  test.each([
    ['ta19zz', 'TA1 9ZZ'],
    [' ta1  9zz ', 'TA1 9ZZ'],
    ['T A 1 9 Z Z', 'TA1 9ZZ'],
    ['ba20 9zz', 'BA20 9ZZ'],
    ['W1A 1AA', 'W1A 1AA'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['M1 1AE', 'M1 1AE'],
  ])('%j becomes %s', (postcode, normal) => {
    expect(validateReferral({ ...aReferral(), postcode }, on)).toMatchObject({
      ok: true,
      referral: { postcode: normal },
    });
  });

  test.each([
    'BA2O 1AA',
    'BA2O1AA',
    'QA1 1AA',
    'TJ1 1AA',
    'TA1 9CZ',
    'TA1 CZZ',
    'TA1',
    '',
    'TA1 9ZZ, Taunton',
    'T\u00c11 9ZZ',
    'SW1I 1AA',
  ])('malformed: %j', (postcode) => {
    expect(problems({ ...aReferral(), postcode })).toEqual(['POSTCODE_FORMAT postcode']);
  });
});

describe('birth', () => {
  test.each([
    ['the day of birth', { dob: on }, []],
    ['the day after the referral', { dob: '2026-09-25' }, ['NOT_YET_BORN child.dob']],
    ['marked unborn with a date in the past', { unborn: true }, ['NOT_YET_BORN child.unborn']],
    ['marked as born', { unborn: false }, []],
    ['a date that the calendar lacks', { dob: '2024-02-30' }, ['FIELD_INVALID child.dob']],
    ['29 February of a year without one', { dob: '2025-02-29' }, ['FIELD_INVALID child.dob']],
    ['a date with a time', { dob: '2024-09-10T00:00:00Z' }, ['FIELD_INVALID child.dob']],
  ])('%s', (_, child, expected) => {
    expect(problems({ ...withChild(child), assessments: [] })).toEqual(expected);
  });
});

describe('assessments', () => {
  const withAssessments = (...assessments: object[]) => problems({ ...aReferral(), assessments });

  test('from the day of birth to the day of the referral', () => {
    expect(withAssessments(scored('visual', 0, '2024-09-10'), scored('locomotor', 3, on))).toEqual([]);
    expect(withAssessments(scored('visual', 0, '2024-09-09'), scored('locomotor', 3, '2026-09-25'))).toEqual([
      'FIELD_INVALID assessments[0].assessedOn',
      'FIELD_INVALID assessments[1].assessedOn',
    ]);
  });

  test('twice: an area given again is refused where it stands again, scored or not', () => {
    const unscored = { area: 'visual', tool: 'ASQ3', score: 2, cutOff: 3, assessedOn: on };
    expect(withAssessments(scored('visual', 3, on), scored('locomotor', 3, on), unscored)).toEqual([
      'FIELD_INVALID assessments[2].area',
    ]);
  });

  test.each([0, 0.1, 11.55, 1e-7, 36])('a developmental age of %f is accepted', (age) => {
    expect(withAssessments(scored('visual', age, on))).toEqual([]);
  });

  test.each([-0.01, -1, Number.NaN, Number.POSITIVE_INFINITY])('malformed: a developmental age of %f', (age) => {
    expect(withAssessments(scored('visual', age, on))).toEqual(['FIELD_INVALID assessments[0].developmentalAgeMonths']);
  });
});

describe('hours', () => {
  test.each([0, 0.25, 15.5, 168])('%f is accepted', (hours) => {
    expect(
      problems(aReferral({ settingHoursPerWeek: hours, otherInterventions: [{ type: 'OTHER', hoursPerWeek: hours }] })),
    ).toEqual([]);
  });

  test.each([-0.25, 0.1, 15.3, 168.25, 1000])('malformed: %f', (hours) => {
    expect(
      problems(aReferral({ settingHoursPerWeek: hours, otherInterventions: [{ type: 'OTHER', hoursPerWeek: hours }] })),
    ).toEqual(['FIELD_INVALID otherInterventions[0].hoursPerWeek', 'FIELD_INVALID settingHoursPerWeek']);
  });
});

describe('a way to reach a parent or carer', () => {
  const family = (...parents: object[]) => problems({ ...aReferral(), family: { parents } });

  test('one way to reach one of them is enough', () => {
    expect(family({ name: 'A' }, { name: 'B', phone: '01632 960101' })).toEqual([]);
    expect(family({ name: 'A', address: '1 Test Lane, Taunton' })).toEqual([]);
    expect(
      problems({ ...aReferral(), family: { parents: [{ name: 'A' }] }, home: { address: '1 Test Lane' } }),
    ).toEqual([]);
  });

  test('none at all, and no one at all, are refused', () => {
    expect(family({ name: 'A' }, { name: 'B' })).toEqual(['FIELD_MISSING family.parents']);
    expect(family()).toEqual(['FIELD_MISSING family.parents']);
  });
});

describe('everything at once', () => {
  const body = {
    ...withChild({ nhsNumber: '9990007315', nickname: 'Pop' }),
    postcode: 'BA2O 1AA',
    referrer: { role: 'GP', email: 'not an address' },
    assessments: ['malformed', scored('visual', 3, on), scored('visual', 3, '2026-09-25')],
    family: { parents: [{ name: 'A\u0007' }] },
    consent: 'yes',
  };

  test('structural problems in one place hide no rule in another', () => {
    expect(problems(body)).toEqual([
      'FIELD_UNKNOWN child.nickname',
      'FIELD_MISSING referrer.name',
      'FIELD_INVALID referrer.email',
      'FIELD_INVALID family.parents[0].name',
      'FIELD_INVALID assessments[0]',
      'FIELD_INVALID consent',
      'NHS_NUMBER_CHECK_DIGIT child.nhsNumber',
      'POSTCODE_FORMAT postcode',
      'FIELD_INVALID assessments[2].area',
      'FIELD_INVALID assessments[2].assessedOn',
      'FIELD_MISSING family.parents',
    ]);
  });

  test('the reasons of the stop are the codes that RULES name, in their order, and nothing is computed', () => {
    const result = assess(body, on, defaultPolicy);
    expect(result).toMatchObject({
      outcome: 'RETURNED_INVALID',
      reasons: ['NHS_NUMBER_CHECK_DIGIT', 'POSTCODE_FORMAT'],
      computed: {},
    });
    expect(result.problems).toHaveLength(11);
    expect(assess({ ...aReferral(), consent: 'yes' }, on, defaultPolicy)).toMatchObject({
      outcome: 'RETURNED_INVALID',
      reasons: [],
      flags: [],
    });
  });

  test.each([
    ['no object', null],
    ['a list', []],
    ['text', 'hello'],
    ['a number', 5],
  ])('malformed: %s is one problem', (_, sent) => {
    expect(problems(sent)).toEqual(['FIELD_INVALID ']);
  });

  test('a day of referral that the calendar lacks is a problem, not a crash', () => {
    expect(problems(aReferral(), '2026-02-30')).toEqual(['FIELD_INVALID referralDate']);
  });
});
