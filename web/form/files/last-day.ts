import { ageDates } from '#domain/rules/age.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { birthDateIn } from '../body/partial-assessment.ts';
import { readBody } from '../body/read-body.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';

/**
 * The last day to refer the child, in words. Empty without a date of birth, and once that day has passed: also for a
 * referral that arrived on paper before it.
 */
export function lastDayIn({ policy, now }: Pick<FormDeps, 'policy' | 'now'>, { draft }: DraftRequest): string {
  const today = londonDateOf(now());
  const dob = birthDateIn(readBody(draft.answers).body);
  if (dob === undefined || dob > today) return '';
  const { lastReferralOn, isOver } = ageDates(dob, today, policy);
  return isOver ? '' : plainDate(lastReferralOn);
}
