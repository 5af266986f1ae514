import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore, TeamStore } from '#domain/ports/stores.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { SendNotices } from './notices/send-notices.ts';

/** What a step works with that reads a referral, moves its case on and tells people. */
export interface StepDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly team: Pick<TeamStore, 'readTeam'>;
  readonly sendNotices: SendNotices;
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly now: Now;
}
