import { expect, test } from 'vitest';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { aReferral } from '../a-referral.ts';

test.each([
  [false, true, ['PARENT_DOES_NOT_AGREE']],
  [true, false, ['AIMS_OF_PORTAGE_NOT_EXPLAINED']],
  [false, false, ['PARENT_DOES_NOT_AGREE', 'AIMS_OF_PORTAGE_NOT_EXPLAINED']],
])(
  'agrees %s, aims explained %s: not accepted, with every reason',
  (parentAgreesToReferral, parentUnderstandsAims, reasons) => {
    const consent = { parentAgreesToReferral, parentUnderstandsAims };
    const result = assess(aReferral({ consent }), '2026-09-24', defaultPolicy);
    expect(result).toMatchObject({ outcome: 'NOT_ACCEPTED_NO_CONSENT', reasons, flags: [], suggestedPathways: [] });
    expect(Object.keys(result.computed)).toEqual(['ageAtReferral', 'thirdBirthday']);
  },
);
