import type { Case } from '#domain/case/case.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { CaseNotFound } from '#domain/problems/errors.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';

/** A case and its referral, both read consistently; throws `CaseNotFound` when either is missing. */
export async function readRecord(
  stores: { cases: CaseStore; referrals: ReferralStore },
  reference: string,
): Promise<{ theCase: Case; stored: StoredReferral }> {
  const [theCase, stored] = await Promise.all([
    stores.cases.readCase(reference),
    stores.referrals.readReferral(reference),
  ]);
  if (!theCase || !stored) throw new CaseNotFound(`There is no referral ${reference}.`);
  return { theCase, stored };
}
