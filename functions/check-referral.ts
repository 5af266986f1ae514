import { withAnswers } from '#domain/case/answered-referral.ts';
import type { Ask, Case } from '#domain/case/case.ts';
import { type Moment, plusMinutes } from '#domain/case/change.ts';
import { asked, checked } from '#domain/case/checked.ts';
import { type StepResult, stepResult } from '#domain/case/waiting.ts';
import type { Policy } from '#domain/policy.ts';
import type { StoredCheck } from '#domain/ports/records.ts';
import type { ClaimKey, EvidenceStore, Now } from '#domain/ports/services.ts';
import type { CaseStore, ClaimStore, ReferralStore } from '#domain/ports/stores.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { changeCase } from './change-case.ts';
import { claimChild } from './claim-child.ts';
import { inspectEvidence } from './inspect-evidence.ts';
import { readRecord } from './read-record.ts';
import type { StepInput } from './step.ts';
import { workOutCheck } from './work-out-check.ts';

export interface CheckDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly claims: ClaimStore;
  readonly claimKey: ClaimKey;
  readonly evidence: EvidenceStore;
  readonly policy: Policy;
  readonly now: Now;
}

/**
 * Checks a referral against its evidence, against other open cases and against the rules, keeps the whole check, and says
 * where the referral goes: to people, to the referrer with a question, or to a stop that the published rules name.
 */
export function checkReferral(deps: CheckDeps): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId }) => {
    const { theCase: before, stored } = await readRecord(deps, referralId);
    if (before.next !== 'CHECK') return stepResult(before, deps.now(), deps.policy);
    const referral = withAnswers(referralSchema.parse(stored.body), before);
    const ids = referral.evidence.map(({ evidenceId }) => evidenceId);
    const evidence = await inspectEvidence(deps.evidence, before, ids, deps.now());
    const { nhsNumber, dob } = referral.child;
    const duplicateOf =
      nhsNumber && !before.duplicateCleared ? await claimChild(deps)(referralId, { nhsNumber, dob }) : undefined;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const facts = { theCase: before, referral, evidence, isDuplicate: duplicateOf !== undefined, moment };
    const check = await keepCheck(deps.cases, workOutCheck(facts, deps.policy));
    const ask = duplicateOf === undefined ? askFor(before, check, moment, deps.policy) : undefined;
    const { theCase } = await changeCase(deps.cases, referralId, (current) => {
      if (current.next !== 'CHECK' || current.checks !== before.checks) return undefined;
      return ask
        ? asked({ ...current, checks: check.n }, moment, ask)
        : checked(current, moment, check, duplicateOf ?? null);
    });
    return stepResult(theCase, deps.now(), deps.policy);
  };
}

/** An earlier attempt may have died after it kept this check: then that one stands, and the case follows it. */
async function keepCheck(cases: CaseStore, check: StoredCheck): Promise<StoredCheck> {
  if (await cases.putCheck(check)) return check;
  return (await cases.readCheck(check.reference, check.n)) ?? check;
}

/** What to ask the referrer for before the check can stand; undefined when there is nothing, or they were asked in vain. */
function askFor(theCase: Case, check: StoredCheck, moment: Moment, policy: Policy): Ask | undefined {
  const unanswered = theCase.history.some(({ event }) => event === 'REFERRER_DID_NOT_ANSWER');
  const mayAsk = check.outcome === 'TRIAGE' || check.outcome === 'NOT_ACCEPTED_NO_EVIDENCE';
  if (unanswered || !mayAsk) return undefined;
  const failed = check.evidence.filter(({ state }) => state === 'FAILED').map(({ index, code }) => ({ index, code }));
  const isNew = failed.filter(({ index }) => !theCase.ask?.failed.some((known) => known.index === index));
  if (isNew.length > 0) return { why: 'EVIDENCE_FAILED', question: '', failed, untilAt: null };
  const untilAt = plusMinutes(theCase.receivedAt, policy.evidenceGraceDays * 24 * 60);
  if (check.outcome !== 'NOT_ACCEPTED_NO_EVIDENCE' || moment.now >= untilAt) return undefined;
  return { why: 'NO_EVIDENCE_YET', question: '', failed: [], untilAt };
}
