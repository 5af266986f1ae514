import type { answerOffer } from '#application/support/answer-offer.ts';
import type { Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';

/** What the pages of families take. */
export interface FamilyPagesDeps {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly supports: Pick<SupportStore, 'readSupport'>;
  readonly access: AccessStore;
  readonly answerOffer: ReturnType<typeof answerOffer>;
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
  readonly random: RandomBytes;
}
