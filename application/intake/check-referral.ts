import { isCanary } from '#domain/canary/mark.ts';
import { isUnacknowledged } from '#domain/case/acknowledge.ts';
import { afterCheck, asked } from '#domain/case/after-step.ts';
import { mustKnowAnswers, withAnswers } from '#domain/case/answered-referral.ts';
import { hasBegun, isCompared } from '#domain/case/asked-why.ts';
import type { Case } from '#domain/case/case.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { ClaimKey, EvidenceStore, Log, Now, SoundsOf } from '#domain/ports/services.ts';
import type { CaseStore, ClaimStore, MatchStore, ReferralStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { EvidenceScanPending } from '#domain/problems/errors.ts';
import type { StepResult } from '#domain/process/run.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { mustReferral } from '#domain/referral/stored-body.ts';
import { identifiesChild } from '#domain/rules/nhs-number.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { TeamDeps } from '../access/read-team.ts';
import { answerStep } from '../answer-step.ts';
import { changeCase } from '../change-case.ts';
import type { SendNotices } from '../notices/send-notices.ts';
import { readRecord } from '../read-record.ts';
import type { StepInput } from '../step-input.ts';
import { askFor } from '../triage/ask-for-documents.ts';
import { claimChild } from './claim-child.ts';
import { type Inspected, inspectEvidence, isAnyPending } from './inspect-evidence.ts';
import { noteLikeness } from './note-likeness.ts';
import { recogniseSentAgain, recordPutRight } from './put-right.ts';
import { recordEarlier } from './record-earlier.ts';
import { workOutCheck } from './work-out-check.ts';

export interface CheckDeps extends TeamDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly claims: ClaimStore;
  readonly supports: Pick<SupportStore, 'readSupport'>;
  readonly matches: Pick<MatchStore, 'noteMatch'>;
  readonly claimKey: ClaimKey;
  readonly soundsOf: SoundsOf;
  readonly evidence: EvidenceStore;
  readonly policy: Policy;
  readonly now: Now;
  readonly log: Log;
  readonly sendNotices: SendNotices;
}

/**
 * Checks a referral against its evidence, other open cases and the rules, and keeps the whole check. Says where the
 * referral goes: to people, to the referrer with a question, or to a stop that the rules name.
 */
export function checkReferral(deps: CheckDeps): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId }) => {
    const { theCase: before, stored } = await readRecord(deps, referralId);
    if (before.next !== 'CHECK') return answerStep(deps)(before);
    mustKnowAnswers(before);
    const referral = withAnswers(mustReferral(stored), before);
    const documents = await inspect(deps, before, referral);
    if (isAnyPending(documents)) deps.log.error('scan-overdue', { reference: referralId });
    const { nhsNumber, dob } = referral.child;
    const isBegun = hasBegun(before);
    const isReal = !isCanary(before);
    const mayRepeat = isReal && nhsNumber !== undefined && identifiesChild(nhsNumber) && isCompared(before);
    const duplicateOf = mayRepeat
      ? await claimChild({ ...deps, recordPutRight: recordPutRight(deps), recordEarlier: recordEarlier(deps) })(
          referralId,
          { nhsNumber, dob },
        )
      : undefined;
    const { ownReference, email: mailbox } = referral.referrer;
    const known = { caller: stored.caller, mailbox, ownReference, firstName: referral.child.firstName, dob };
    if (isReal && !before.duplicateCleared && !isBegun) await recogniseSentAgain(deps)(referralId, known);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const facts = { theCase: before, referral, documents, isDuplicate: duplicateOf !== undefined, moment };
    const worked = workOutCheck(facts, deps.policy);
    // Noted before the check that names them, so that no crash leaves hashes that find nothing.
    const likeness = isReal ? await noteLikeness(deps)(referralId, referral, worked) : undefined;
    const check = await keepCheck(deps.cases, likeness ? { ...worked, likeness } : worked);
    const ask = duplicateOf === undefined && !isBegun ? askFor(before, check, moment, deps.policy) : undefined;
    const { theCase } = await changeCase(deps.cases, referralId, (current) => {
      if (current.next !== 'CHECK' || current.checks !== before.checks) return undefined;
      return ask
        ? asked({ ...current, checks: check.n }, moment, ask)
        : afterCheck(current, moment, { ...check, locality: referral.locality }, duplicateOf ?? null);
    });
    return answerStep(deps)(theCase);
  };
}

/** How every document stands. A scan that takes minutes keeps no one from hearing that the referral has arrived. */
async function inspect(deps: CheckDeps, theCase: Case, referral: Referral): Promise<Inspected> {
  try {
    return await inspectEvidence(deps.evidence, theCase, referral, deps.now());
  } catch (error) {
    const isNews = error instanceof EvidenceScanPending && isUnacknowledged(theCase);
    if (isNews) await deps.sendNotices('RECEIVED', theCase, referral);
    throw error;
  }
}

/** An earlier attempt may have died after it kept this check: then that one stands, and the case follows it. */
async function keepCheck(cases: CaseStore, check: StoredCheck): Promise<StoredCheck> {
  if (await cases.putCheck(check)) return check;
  return (await cases.readCheck(check.reference, check.n)) ?? check;
}
