import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import { hasDied } from '#domain/case/death.ts';
import type { ClaimKey } from '#domain/ports/services.ts';
import type { CaseStore, ClaimStore } from '#domain/ports/stores.ts';
import { keyedHash } from '#domain/values/hash.ts';

/**
 * Claims a child for a case, by a keyed hash of NHS number and date of birth. Answers the other case that is open for the
 * same child, or undefined when this case holds the claim. A claim counts only while its case is open: a stale one is
 * taken over by one conditional write, and a returned case that held it has been put right. From when the child waited before is noted. The claim of a child who has died counts for good, so that a person looks first.
 */
export function claimChild(deps: {
  claims: ClaimStore;
  cases: CaseStore;
  claimKey: ClaimKey;
  recordPutRight: (reference: string) => Promise<void>;
  recordEarlier: (reference: string, earlier: string) => Promise<void>;
  /** Which other cases count as open here. */
  holds?: (other: Case) => boolean;
}) {
  return async (reference: string, child: { nhsNumber: string; dob: string }): Promise<string | undefined> => {
    const childHash = keyedHash(await deps.claimKey(), `${child.nhsNumber}|${child.dob}`);
    const holder = await deps.claims.claim(childHash, reference);
    if (holder === reference) return undefined;
    const other = await deps.cases.readCase(holder);
    if (other && (isOpen(other.status) || hasDied(other) || deps.holds?.(other))) return holder;
    // Before it is taken over, so that a crash between has it recorded by the next try.
    if (other) await deps.recordPutRight(holder);
    if (other) await deps.recordEarlier(reference, holder);
    const now = await deps.claims.takeOver(childHash, holder, reference);
    return now === reference ? undefined : now;
  };
}
