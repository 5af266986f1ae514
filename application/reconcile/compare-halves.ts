import type { FoundRecords, WrongItem } from '#domain/ports/reconciler-stores.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { CorruptItem } from '#domain/problems/errors.ts';
import { isYoung } from '#domain/process/compare-run.ts';

export interface CompareHalvesDeps {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral' | 'wasRefused'>;
  readonly now: Now;
}

/**
 * Referrals of this slice without a case, and cases without a referral. Where the other half is not in the slice it is read by key
 * before anything is said. Neither is put right. A referral without a case was never acknowledged, so its sender knows of no
 * reference, and only they can say if they sent it another way. A referral that is gone is nowhere else.
 */
export function compareHalves(deps: CompareHalvesDeps) {
  return async ({ cases, referrals }: FoundRecords): Promise<WrongItem[]> => {
    const [ofCases, ofReferrals] = [cases, referrals].map((some) => new Set(some.map(({ reference }) => reference)));
    const wrong: WrongItem[] = [];
    for (const { reference, receivedAt } of referrals) {
      if (ofCases?.has(reference) || isYoung(receivedAt, deps.now())) continue;
      const isThere = (await isKept(deps.cases.readCase(reference))) || (await deps.referrals.wasRefused(reference));
      if (!isThere) wrong.push({ reference, item: 'REFERRAL', fault: 'NO_CASE', putRight: undefined });
    }
    for (const { reference, erasing } of cases) {
      if (ofReferrals?.has(reference) || erasing) continue;
      if (await isKept(deps.referrals.readReferral(reference))) continue;
      // Erasing takes the case last, so it may have begun since this slice was read.
      const isErased = !(await isKept(deps.cases.readCase(reference), ({ erasing: begun }) => !begun));
      if (!isErased) wrong.push({ reference, item: 'CASE', fault: 'NO_REFERRAL', putRight: undefined });
    }
    return wrong;
  };
}

/** Whether it is there. What is there and damaged is named elsewhere, as what it is. */
async function isKept<T>(read: Promise<T | undefined>, is: (kept: T) => boolean = () => true): Promise<boolean> {
  try {
    const kept = await read;
    return kept !== undefined && is(kept);
  } catch (error) {
    if (error instanceof CorruptItem) return true;
    throw error;
  }
}
