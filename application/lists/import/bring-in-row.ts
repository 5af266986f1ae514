import type { Case } from '#domain/case/case.ts';
import { endedBefore, IMPORT_CALLER, importedCase } from '#domain/case/imported.ts';
import type { RowResult } from '#domain/lists/import/file.ts';
import { hasEnded, type PresentChild } from '#domain/lists/import/present-child.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { ClaimKey, Now } from '#domain/ports/services.ts';
import type { CaseStore, ClaimStore, ReferralStore } from '#domain/ports/stores.ts';
import { CaseNotFound } from '#domain/problems/errors.ts';
import { importedBody } from '#domain/referral/imported-body.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import type { Policy } from '#domain/service/policy.ts';
import { plainText } from '#domain/values/characters.ts';
import { canonicalJson, keyedHash, sha256 } from '#domain/values/hash.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { claimChild } from '../../intake/claim-child.ts';

export interface RowDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly claims: ClaimStore;
  readonly claimKey: ClaimKey;
  readonly policy: Policy;
  readonly now: Now;
}

export interface BroughtIn {
  readonly result: RowResult;
  /** The case that was made, or the one that stood in the way. */
  readonly reference: string;
}

/**
 * Makes the case of one child of a present list, once. The reference follows from the team's own reference for the child, so a
 * file that is brought in twice, a crash between two writes and two people at once all end in one case. A child who has an open case is
 * left as they are. The claim on the child is taken first: a referral of the same child that comes later is held beside this one.
 */
export function bringInRow(deps: RowDeps) {
  // The file says from when each child has waited, and a person signs for it.
  const nothing = async () => undefined;
  const claimFor = (child: PresentChild) =>
    // Of two rows with one child whose support has ended, the second is left behind.
    claimChild({
      ...deps,
      recordPutRight: nothing,
      recordEarlier: nothing,
      holds: (other) => hasEnded(child) && endedBefore(other),
    });
  return async (child: PresentChild, file: string, by: Actor): Promise<BroughtIn> => {
    // Keyed, so that no reference tells anything of the own reference.
    const key = keyedHash(await deps.claimKey(), `import|${plainText(child.ownReference).toUpperCase()}`);
    const body = importedBody(child);
    const claim = claimFor(child);
    const mine = { caller: IMPORT_CALLER, keyHash: sha256(key), bodyHash: sha256(canonicalJson(body)) };
    for (let n = 0; ; n += 1) {
      const reference = referenceFor(IMPORT_CALLER, key, n);
      const other = child.nhsNumber && (await claim(reference, { nhsNumber: child.nhsNumber, dob: child.dob }));
      if (other) return { result: 'KNOWN_HERE', reference: other };
      const at = deps.now();
      const referral: StoredReferral = { reference, ...mine, receivedAt: at, referralOn: child.referredOn, body };
      const stored = await deps.referrals.putReferral(referral);
      if (stored) {
        const there = await deps.cases.readCase(reference);
        if (there?.imported) return foundIn(there, file);
        // Of someone else, or of a file that was cut off here and corrected since: that one is never a case.
        if (there || stored.keyHash !== mine.keyHash || stored.bodyHash !== mine.bodyHash) continue;
      }
      const made = importedCase(
        { reference, file, child, by },
        { now: at, policyVersion: deps.policy.version },
        deps.policy,
      );
      if (await deps.cases.createCase(made)) return { result: 'BROUGHT_IN', reference };
      return foundIn(await mustCase(deps, reference), file);
    }
  };
}

/** What became of a row whose own reference has a case: from this file, or from one before. */
function foundIn({ reference, imported }: Case, file: string): BroughtIn {
  return { result: imported?.file === file ? 'BROUGHT_IN' : 'BEFORE', reference };
}

async function mustCase({ cases }: RowDeps, reference: string): Promise<Case> {
  const theCase = await cases.readCase(reference);
  if (!theCase) throw new CaseNotFound(`There is no case ${reference}.`);
  return theCase;
}
