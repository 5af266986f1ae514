import { problemsOf } from '../problems/problems.ts';
import type { Problem } from '../problems/rules.ts';
import { assessmentProblems } from '../rules/assessment-entries.ts';
import { birthProblems } from '../rules/birth.ts';
import { contactabilityProblems } from '../rules/contactability.ts';
import { documentProblems } from '../rules/documents.ts';
import { nhsNumberProblems } from '../rules/nhs-number.ts';
import { pastProblems } from '../rules/past.ts';
import { postcodeProblems } from '../rules/postcode.ts';
import { isRealDate } from '../values/dates.ts';
import { type Referral, referralSchema } from './schema.ts';

/** The referral, or all that is wrong with it. */
export type Validated = { ok: true; referral: Referral } | { ok: false; problems: Problem[] };

/**
 * The referral, normalised, or all its problems: of structure, and of rules that need a date or two fields (RULES,
 * valid). A structural problem in one place hides no rule's problem in another. `referralOn` is the day of submission,
 * `YYYY-MM-DD` in London. Never throws, whatever was sent.
 */
export function validateReferral(input: unknown, referralOn: string): Validated {
  if (!isRealDate(referralOn)) return { ok: false, problems: [noReferralDate] };
  const parsed = referralSchema.safeParse(input);
  const structural = parsed.success ? [] : problemsOf(parsed.error, { schema: referralSchema, input });
  const problems = [
    ...structural,
    ...nhsNumberProblems(input),
    ...postcodeProblems(input),
    ...birthProblems(input, referralOn),
    ...assessmentProblems(input, referralOn),
    ...documentProblems(input),
    ...pastProblems(input, referralOn),
    ...contactabilityProblems(input),
  ];
  return parsed.success && problems.length === 0 ? { ok: true, referral: parsed.data } : { ok: false, problems };
}

const noReferralDate: Problem = {
  code: 'FIELD_INVALID',
  path: 'referralDate',
  rule: 'no-referral-date',
  params: {},
};
