import { notUploaded } from '#application/intake/submitted-evidence.ts';
import type { Problem, Rule } from '#domain/problems/rules.ts';
import { callProblems } from '#domain/referral/emergency-call.ts';
import { validateReferral } from '#domain/referral/validate.ts';
import { aReferral, scored } from '../a-referral.ts';

const on = '2026-09-24';
const base = aReferral();

/** What is wrong with the valid referral of tests after these changes. */
export function problemsWith(changes: object, referralOn = on): readonly Problem[] {
  const validated = validateReferral({ ...base, ...changes }, referralOn);
  return validated.ok ? [] : validated.problems;
}

const item = { type: 'SOGS', title: 'Form', evidenceId: 'one' };
const withChild = (changes: object) => problemsWith({ child: { ...base.child, ...changes } });

/** For each rule the problems of something that breaks it. */
export const breaking: Readonly<Record<Rule, readonly Problem[]>> = {
  missing: problemsWith({ postcode: undefined }),
  empty: problemsWith({ homeSafetyNotes: ' ' }),
  'unknown-field': problemsWith({ colour: 'red' }),
  'wrong-kind': problemsWith({ immediateRisk: 'no' }),
  'not-a-choice': problemsWith({ locality: 'Narnia' }),
  'too-long': problemsWith({ homeSafetyNotes: 'x'.repeat(2001) }),
  'too-many': problemsWith({ evidence: Array.from({ length: 21 }, () => ({ type: 'SOGS', title: 'T' })) }),
  'too-high': withChild({ gestationWeeks: 46 }),
  'too-low': withChild({ gestationWeeks: 19 }),
  'not-a-step': problemsWith({ settingHoursPerWeek: 15.1 }),
  unprintable: withChild({ lastName: 'a\u0000' }),
  'not-a-date': withChild({ dob: '2026-02-30' }),
  'not-a-moment': problemsWith({ emergencyCallMadeAt: 'yesterday' }),
  'not-an-email': problemsWith({ referrer: { ...base.referrer, email: 'nobody' } }),
  'bad-format': problemsWith({ referrer: { ...base.referrer, role: 'health visitor' } }),
  'no-referral-date': problemsWith({}, '2026-02-30'),
  unborn: withChild({ unborn: true }),
  'not-born': withChild({ dob: '2026-09-25' }),
  'after-referral': problemsWith({ assessments: [scored('visual', 3, '2026-09-25')] }),
  'before-birth': problemsWith({ assessments: [scored('visual', 3, '2024-09-09')] }),
  year: withChild({ dob: '0024-09-10' }),
  'in-future': callProblems(
    { ...base, immediateRisk: true, emergencyCallMadeAt: '2026-09-25T09:00', emergencyCallMadeBy: 'A. Referrer' },
    '2026-09-24T09:00:00.000Z',
  ),
  'nhs-number-length': withChild({ nhsNumber: '999' }),
  'nhs-number-digits': withChild({ nhsNumber: '9990007315' }),
  postcode: problemsWith({ postcode: 'BA2O 1AA' }),
  'area-twice': problemsWith({ assessments: [scored('visual', 3, on), scored('visual', 3, on)] }),
  'file-twice': problemsWith({
    evidence: [{ ...item, furtherPages: ['two'] }],
    earlyHelpAssessment: { evidenceId: 'two' },
  }),
  'no-contact': problemsWith({ family: { parents: [{ name: 'A' }] } }),
  'not-uploaded': [notUploaded(0)],
};
