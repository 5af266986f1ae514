import { callerOf, type Draft } from '#domain/draft/draft.ts';
import { forgotten } from '#domain/draft/erase.ts';
import { keyOfAttempt } from '#domain/draft/send.ts';
import type { EvidenceStore, Now } from '#domain/ports/services.ts';
import type { CaseStore, DraftStore, ReferralStore } from '#domain/ports/stores.ts';
import { namedFiles } from '#domain/referral/files.ts';
import { sha256 } from '#domain/values/hash.ts';
import { referenceFor } from '#domain/values/reference.ts';

export interface ForgetDeps {
  readonly drafts: DraftStore;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly evidence: Pick<EvidenceStore, 'forget'>;
  readonly now: Now;
}

/** Forgets the files of an erased draft that no referral names; does nothing before they are due. */
export async function forgetFiles(deps: ForgetDeps, draft: Draft): Promise<void> {
  const { dropped = [], forgetAt } = draft;
  const now = deps.now();
  if (forgetAt === undefined || now < forgetAt) return;
  const kept = await namedByReferrals(deps, draft);
  const mine = dropped.filter((id) => !kept.has(id));
  await Promise.all(mine.map((id) => deps.evidence.forget(callerOf(draft), id)));
  await deps.drafts.saveDraft(forgotten(draft, now));
}

/** The files of the referral that the draft became, of the one that it was filled in from, and of any it may have become. */
async function namedByReferrals(deps: ForgetDeps, draft: Draft): Promise<ReadonlySet<unknown>> {
  const attempts = Array.from({ length: draft.attempt }, (_, index) => index + 1);
  const sent = await Promise.all(attempts.map((attempt) => acceptedAs(deps, draft, attempt)));
  const references = [draft.sent?.reference, draft.resubmits, ...sent.flat()].filter((one) => one !== undefined);
  const stored = await Promise.all(references.map((reference) => deps.referrals.readReferral(reference)));
  return new Set(stored.flatMap((one) => namedFiles(one?.body).map(({ evidenceId }) => evidenceId)));
}

/**
 * Under which references an attempt at sending was accepted, also where it was cut off before the draft heard of it. One that
 * was stored and never accepted holds no file: no one was told that anyone has it.
 */
async function acceptedAs(deps: ForgetDeps, draft: Draft, attempt: number): Promise<string[]> {
  const [caller, key] = [callerOf(draft), keyOfAttempt(draft, attempt)];
  const found: string[] = [];
  for (let n = 0; ; n += 1) {
    const reference = referenceFor(caller, key, n);
    const stored = await deps.referrals.readReferral(reference);
    if (!stored) return found;
    const isMine = stored.caller === caller && stored.keyHash === sha256(key);
    if (isMine && (await deps.cases.readCase(reference))) found.push(reference);
  }
}
