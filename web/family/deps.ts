import type { AskTeam } from '#application/family-pages/ask-team.ts';
import type { answerOffer } from '#application/support/answer-offer.ts';
import type { SaidNow } from '#domain/people/said-now.ts';
import type { Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, Indexes, ReferralStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { Policy } from '#domain/service/policy.ts';

/** What the pages of families take. */
export interface FamilyPagesDeps {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly supports: Pick<SupportStore, 'readSupport'>;
  readonly access: AccessStore;
  readonly askTeam: AskTeam;
  readonly answerOffer: ReturnType<typeof answerOffer>;
  readonly config: SaidNow;
  readonly indexes: Pick<Indexes, 'listCount'>;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
  readonly random: RandomBytes;
}
