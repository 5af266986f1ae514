import type { Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';

/** What staff need to agree, give and close the pages of families. */
export interface FamilyPagesDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly access: Pick<AccessStore, 'putLink'>;
  readonly policy: Policy;
  readonly now: Now;
  readonly random: RandomBytes;
}
