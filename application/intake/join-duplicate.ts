import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import { isConfirmedDuplicate, withJoined } from '#domain/case/joined.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { CaseNotFound } from '#domain/problems/errors.ts';
import { changeCase } from '../change-case.ts';
import type { StepDeps } from '../step-deps.ts';

/**
 * Joins a confirmed duplicate to the case that continues, by one conditional write of that case, and tells the referrer of
 * that case; both once, however often this is called. Does nothing for any other case, or when the other is no longer there.
 */
export function joinDuplicate(deps: StepDeps): (duplicate: Case) => Promise<void> {
  return async (duplicate) => {
    if (!isConfirmedDuplicate(duplicate)) return;
    const survivor = await joinTo(deps, duplicate.duplicateOf, duplicate);
    const stored = survivor && (await deps.referrals.readReferral(survivor.reference));
    if (!stored || !isOpen(survivor.status)) return;
    await deps.sendNotices('JOINED', survivor, addresseesOf(stored.body));
  };
}

async function joinTo({ cases, now, policy }: StepDeps, to: string, duplicate: Case): Promise<Case | undefined> {
  const moment = { now: now(), policyVersion: policy.version };
  try {
    return (await changeCase(cases, to, (current) => withJoined(current, moment, duplicate))).theCase;
  } catch (error) {
    if (error instanceof CaseNotFound) return undefined;
    throw error;
  }
}
