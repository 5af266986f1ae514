import type { Case } from '#domain/case/case.ts';
import { shownStatus } from '#domain/case/change.ts';
import { receivedCase } from '#domain/case/receive.ts';
import type { PaperEntry } from '#domain/draft/paper-entry.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { EvidenceStore, Log, Now, Workflow } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import type { Problem } from '#domain/problems/rules.ts';
import { executionOf } from '#domain/process/run.ts';
import type { Referral } from '#domain/referral/schema.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { canonicalJson, sha256 } from '#domain/values/hash.ts';
import { referenceFor } from '#domain/values/reference.ts';
import type { RaiseAlarm } from './raise-alarm.ts';
import { missingEvidence } from './submitted-evidence.ts';

export interface SubmitDeps {
  readonly referrals: ReferralStore;
  readonly cases: CaseStore;
  readonly evidence: EvidenceStore;
  readonly workflow: Workflow;
  readonly now: Now;
  readonly policy: Policy;
  readonly log: Log;
  /** Tells the duty mailbox that a child was said to be at immediate risk; once for the same `id`. */
  readonly raiseAlarm: RaiseAlarm;
}

export type SubmitResult =
  | { readonly kind: 'ACCEPTED'; readonly reference: string; readonly status: string }
  | { readonly kind: 'RISK' }
  | { readonly kind: 'KEY_MISSING' }
  | { readonly kind: 'INVALID'; readonly problems: readonly Problem[] }
  | { readonly kind: 'KEY_REUSED' };

interface Acceptance {
  readonly caller: string;
  readonly idempotencyKey: string;
  readonly body: unknown;
  readonly at: string;
  readonly paperEntry: PaperEntry | undefined;
  readonly isSuspect: boolean;
  readonly sentBy: Actor | undefined;
  readonly referral: Referral;
}

/**
 * Acceptance: store the referral under the reference that its caller and key give, then create its case, then start its
 * workflow. Each write is conditional, so a retry, a race or a crash between any two of them ends in one case.
 */
export async function accept(deps: SubmitDeps, acceptance: Acceptance): Promise<SubmitResult> {
  const { caller, idempotencyKey, body, at } = acceptance;
  const received = paperEntryOf(acceptance);
  const mine = { caller, keyHash: sha256(idempotencyKey), bodyHash: sha256(canonicalJson(body)) };
  const missing = missingEvidence(deps.evidence, caller, acceptance.referral);
  for (let n = 0; ; n += 1) {
    const reference = referenceFor(caller, idempotencyKey, n);
    const referral: StoredReferral = { reference, ...mine, receivedAt: at, ...received, body };
    // The evidence is looked for at the same time. A refusal leaves an unacknowledged referral and no more.
    const [holder, problems] = await Promise.all([deps.referrals.putReferral(referral), missing]);
    const stored = holder ?? referral;
    if (stored.caller !== caller || stored.keyHash !== mine.keyHash) continue;
    if (stored.bodyHash !== mine.bodyHash) {
      if (await refusedBefore(deps, reference)) continue;
      return { kind: 'KEY_REUSED' };
    }
    if (problems.length > 0) {
      const accepted = await deps.cases.readCase(reference);
      if (accepted) return { kind: 'ACCEPTED', reference, status: shownStatus(accepted) };
      await deps.referrals.markRefused(reference, at);
      return { kind: 'INVALID', problems };
    }
    // After a refusal the key moves to its next place, for any body, so it never names two referrals.
    if (holder && (await refusedBefore(deps, reference))) continue;
    return acceptStored(deps, stored, acceptance);
  }
}

/** How it was received is no part of what the key names. Sent again with another, what was stored first counts. */
function paperEntryOf({ at, paperEntry }: Acceptance): Pick<StoredReferral, 'referralOn' | 'entered'> {
  if (!paperEntry) return { referralOn: londonDateOf(at) };
  const { referralOn, cameBy, enteredBy } = paperEntry;
  return { referralOn, entered: { cameBy, by: enteredBy } };
}

async function acceptStored(
  deps: SubmitDeps,
  stored: StoredReferral,
  { isSuspect, sentBy }: Pick<Acceptance, 'isSuspect' | 'sentBy'>,
): Promise<SubmitResult> {
  const { reference, caller, referralOn, entered } = stored;
  const at = deps.now();
  const newCase = receivedCase(
    { reference, caller, receivedAt: at, referralOn, entered, isSuspect, ...(sentBy && { sentBy }) },
    deps.policy.version,
  );
  if (await deps.cases.createCase(newCase)) {
    await startWorkflow(deps, newCase);
    return { kind: 'ACCEPTED', reference, status: newCase.status };
  }
  const theCase = await deps.cases.readCase(reference);
  return { kind: 'ACCEPTED', reference, status: theCase ? shownStatus(theCase) : newCase.status };
}

/** A start that fails here is owed by the case's outbox; the answer to the referrer does not depend on it. */
async function startWorkflow(deps: SubmitDeps, newCase: Case): Promise<void> {
  try {
    await deps.workflow.start(executionOf(newCase));
  } catch (error) {
    deps.log.error('workflow-start-left-to-sweeper', {
      reference: newCase.reference,
      error: errorName(error),
    });
  }
}

async function refusedBefore(deps: SubmitDeps, reference: string): Promise<boolean> {
  const [refused, accepted] = await Promise.all([deps.referrals.wasRefused(reference), deps.cases.readCase(reference)]);
  return refused && !accepted;
}
