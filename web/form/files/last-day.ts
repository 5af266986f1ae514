import { ageDates } from '#domain/rules/age.ts';
import { plainDate } from '#domain/values/dates.ts';
import { birthDateIn } from '../body/partial-assessment.ts';
import { readBody } from '../body/read-body.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';

/** The last day to refer the child, in words. Empty without a date of birth. */
export function lastDayIn({ policy }: Pick<FormDeps, 'policy'>, { draft, today }: DraftRequest): string {
  const dob = birthDateIn(readBody(draft.answers).body);
  return dob === undefined || dob > today ? '' : plainDate(ageDates(dob, today, policy).lastReferralOn);
}
