import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaSchema, evidenceTypeSchema } from '#domain/referral/codes.ts';
import { type Assessment, assess } from '#domain/rules/assessment.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { addDays } from '#domain/values/dates.ts';
import { aReferral, type Sent } from '../a-referral.ts';
import { workedCases } from '../worked-cases.ts';

const on = '2026-09-24';
const quarterHours = (max: number) => fc.integer({ min: 0, max: max * 4 }).map((quarters) => quarters / 4);
const agedDays = fc.integer({ min: 0, max: 2600 });

/** Any valid referral on 2026-09-24 of a child of 0 to 7 years. */
const anyReferral: fc.Arbitrary<Sent> = agedDays.chain((days) =>
  fc
    .record({
      assessments: fc.uniqueArray(
        fc.record({
          area: fc.constantFrom(...areaSchema.options),
          developmentalAgeMonths: fc.integer({ min: 0, max: 6000 }).map((hundredths) => hundredths / 100),
          tool: fc.constant('SOGS'),
          assessedOn: fc.integer({ min: 0, max: days }).map((ago) => addDays(on, -ago)),
        }),
        { selector: ({ area }) => area, maxLength: 10 },
      ),
      evidence: fc.array(fc.record({ type: fc.constantFrom(...evidenceTypeSchema.options), title: fc.constant('T') }), {
        maxLength: 3,
      }),
      otherInterventions: fc.array(fc.record({ type: fc.constant('OTHER'), hoursPerWeek: quarterHours(12) }), {
        maxLength: 3,
      }),
      settingHoursPerWeek: quarterHours(30),
      physicalDevelopmentSignificantlyAffected: fc.boolean(),
      immediateRisk: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
      consent: fc.record({
        parentAgreesToReferral: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
        parentUnderstandsAims: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      }),
      availability: fc.record({ weeklyHomeVisits: fc.boolean() }),
      postcode: fc.constantFrom('TA1 9ZZ', 'EX1 1AA'),
    })
    .chain((changes) =>
      fc.integer({ min: 24, max: 42 }).map((gestationWeeks) => {
        const child = { firstName: 'A', lastName: 'B', dob: addDays(on, -days), gestationWeeks };
        return aReferral({ ...changes, child });
      }),
    ),
);

const judge = (body: unknown, options = {}) => assess(body, on, defaultPolicy, options);

const allowed: Record<Assessment['outcome'], { reasons: RegExp; flags: RegExp; computed: number[] }> = {
  SAFEGUARDING_STOP: { reasons: /^IMMEDIATE_RISK_DECLARED$/, flags: /^$/, computed: [0] },
  RETURNED_INVALID: {
    reasons: /^((NHS_NUMBER_CHECK_DIGIT|POSTCODE_FORMAT|NOT_YET_BORN) ?)*$/,
    flags: /^$/,
    computed: [0],
  },
  POSSIBLE_DUPLICATE: { reasons: /^SAME_NHS_NUMBER_AND_DOB$/, flags: /^$/, computed: [2] },
  NOT_ACCEPTED_NO_CONSENT: {
    reasons: /^((PARENT_DOES_NOT_AGREE|AIMS_OF_PORTAGE_NOT_EXPLAINED) ?){1,2}$/,
    flags: /^$/,
    computed: [2],
  },
  REDIRECTED_EY_ADVISORY: { reasons: /^AGE_OVER_3_0$/, flags: /^(NO_SETTING_NAMED)?$/, computed: [3] },
  OUT_OF_SCOPE: { reasons: /^AGE_BEYOND_RECEPTION$/, flags: /^$/, computed: [3] },
  NOT_ACCEPTED_NO_EVIDENCE: { reasons: /^NO_ASSESSMENT_EVIDENCE_INCLUDED$/, flags: /^$/, computed: [2] },
  TRIAGE: { reasons: /^(DELAY_MET_IN_\d+_AREAS|DELAY_NOT_COMPUTABLE)/, flags: /^[A-Z_0-9 ]*$/, computed: [7, 8] },
};

test('every stop carries only its own reasons, flags and numbers, and no recommendation', () => {
  fc.assert(
    fc.property(anyReferral, fc.boolean(), (body, duplicate) => {
      const result = judge(body, { duplicate });
      const { reasons, flags, computed } = allowed[result.outcome];
      expect(result.reasons.join(' ')).toMatch(reasons);
      expect(result.flags.join(' ')).toMatch(flags);
      expect(computed).toContain(Object.keys(result.computed).length);
      const isTriage = result.outcome === 'TRIAGE';
      expect([result.triageRecommendation !== null, result.homeVisiting !== null]).toEqual([isTriage, isTriage]);
    }),
    { numRuns: 400 },
  );
});

test('a lower developmental age never meets the delay rule less', () => {
  fc.assert(
    fc.property(anyReferral, fc.nat(), (body, pick) => {
      const before = judge(body).computed;
      fc.pre(before.areas !== undefined && before.areas.length > 0);
      const at = pick % body.assessments.length;
      const assessments = body.assessments.map((one, i) =>
        i === at ? { ...one, developmentalAgeMonths: (one.developmentalAgeMonths ?? 0) / 2 } : one,
      );
      expect(judge({ ...body, assessments }).computed.areasMeetingDelay).toBeGreaterThanOrEqual(
        before.areasMeetingDelay ?? 0,
      );
    }),
  );
});

test('more help, more setting hours and less availability never make a recommendation better', () => {
  const rank = ['ELIGIBLE', 'REVIEW', 'LIKELY_INELIGIBLE'];
  fc.assert(
    fc.property(anyReferral, (body) => {
      const before = judge(body).triageRecommendation;
      fc.pre(before !== null);
      const worse = {
        ...body,
        settingHoursPerWeek: (body.settingHoursPerWeek ?? 0) + 10,
        otherInterventions: [...body.otherInterventions, { type: 'OTHER', hoursPerWeek: 3 }],
        availability: { weeklyHomeVisits: false },
      };
      expect(rank.indexOf(String(judge(worse).triageRecommendation))).toBeGreaterThanOrEqual(rank.indexOf(before));
    }),
  );
});

test('the order of the areas changes no code', () => {
  fc.assert(
    fc.property(anyReferral, (body) => {
      const turned = judge({ ...body, assessments: [...body.assessments].reverse() });
      const straight = judge(body);
      expect([turned.reasons, turned.flags, turned.suggestedPathways]).toEqual([
        straight.reasons,
        straight.flags,
        straight.suggestedPathways,
      ]);
    }),
  );
});

test('hostile: no JSON whatever makes it throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (body, day) => {
      expect(assess(body, day, defaultPolicy).outcome).toBeTypeOf('string');
      expect(judge(body).outcome).toBeTypeOf('string');
    }),
    { numRuns: 300 },
  );
});

test('hostile: no field replaced by any JSON makes it throw or hides an immediate risk', () => {
  const [first] = workedCases;
  const keys = Object.keys(first?.body ?? {});
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.jsonValue(), fc.boolean(), (key, value, immediateRisk) => {
      fc.pre(key !== 'immediateRisk');
      const { outcome } = judge({ ...first?.body, immediateRisk, [key]: value });
      expect(outcome === 'SAFEGUARDING_STOP').toBe(immediateRisk);
    }),
    { numRuns: 400 },
  );
});

test('an Early Help Assessment never changes what the rules say: it is not evidence of delay', () => {
  fc.assert(
    fc.property(anyReferral, (referral) => {
      const attached = { ...referral, earlyHelpAssessment: { evidenceId: 'eha', completedOn: on } };
      expect(judge(attached)).toEqual(judge(referral));
    }),
  );
});
