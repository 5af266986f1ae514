import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { PageDeps } from '../layout/page.ts';
import type { SessionDeps } from './sessions.ts';

/** What the links and sessions of families are checked with. */
export interface FamilyLinkDeps extends PageDeps, Pick<SessionDeps, 'access' | 'now'> {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly supports: Pick<SupportStore, 'readSupport'>;
}
