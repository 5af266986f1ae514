import type { Case } from '#domain/case/case.ts';
import { countingFrom } from '#domain/case/earlier.ts';
import {
  canContinueFor,
  continuesAlone,
  earlierOf,
  hasJoined,
  isConfirmedDuplicate,
  withJoined,
} from '#domain/case/joined.ts';
import { referredAt } from '#domain/case/list.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { CaseNotFound } from '#domain/problems/errors.ts';
import { changeCase } from '../change-case.ts';
import type { StepDeps } from '../step-deps.ts';
import { supportHolder } from '../support/support-holder.ts';

export interface JoinDeps extends StepDeps {
  readonly supports: SupportStore;
}

/**
 * Joins a confirmed duplicate to the case that continues, by one conditional write of that case, and tells the referrer of
 * that case; both once, however often this is called. Where the other has ended or is gone, the duplicate continues instead.
 * Answers the duplicate as it stands afterwards. Does nothing for any other case.
 */
export function joinDuplicate(deps: JoinDeps): (duplicate: Case) => Promise<Case> {
  return async (duplicate) => {
    if (!isConfirmedDuplicate(duplicate)) return duplicate;
    const survivor = await joinTo(deps, duplicate.duplicateOf, duplicate);
    if (!survivor || !hasJoined(survivor, duplicate)) return await letContinue(deps, duplicate, survivor);
    await countInSupport(deps, survivor, duplicate);
    const stored = await deps.referrals.readReferral(survivor.reference);
    if (stored && canContinueFor(survivor)) await deps.sendNotices('JOINED', survivor, addresseesOf(stored.body));
    return duplicate;
  };
}

/** The family of the duplicate would hear of no referral at all, so it does not end. */
async function letContinue(deps: StepDeps, { reference }: Case, other: Case | undefined): Promise<Case> {
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  return (await changeCase(deps.cases, reference, (current) => continuesAlone(current, moment, other))).theCase;
}

/** Where a support holds the place of the child who continues, the dates are moved there. Nothing where none is earlier. */
async function countInSupport(deps: JoinDeps, survivor: Case, duplicate: Case): Promise<void> {
  if (!survivor.toSupport) return;
  const earlier = earlierOf(duplicate, referredAt(survivor));
  await supportHolder(deps)(survivor.reference, countingFrom(earlier, { now: deps.now() }));
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
