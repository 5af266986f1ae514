import type { MailCode } from '#application/access/mail-code.ts';
import type { ReadTeam } from '#application/access/read-team.ts';
import type { openShared } from '#application/intake/open-shared.ts';
import type { giveView } from '#application/joint/give-view.ts';
import type { MailNewSharedLink } from '#application/notices/mail-new-shared-link.ts';
import type { EvidenceStore, Log, Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';

/** What the pages of another service take: stores to read, mail for codes, and that it has opened a referral. */
export interface SharedDeps {
  readonly cases: Pick<CaseStore, 'readCase' | 'readCheck' | 'readWholeCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly access: AccessStore;
  readonly evidence: Pick<EvidenceStore, 'inspect' | 'downloadUrl'>;
  /** The team as it is at this moment: where its mailboxes are. */
  readonly readTeam: ReadTeam;
  readonly mailCode: MailCode;
  readonly mailNewSharedLink: MailNewSharedLink;
  readonly giveView: ReturnType<typeof giveView>;
  readonly openShared: ReturnType<typeof openShared>;
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
  readonly random: RandomBytes;
  readonly log: Log;
}
