import type { MailCode } from '#application/access/mail-code.ts';
import type { readTeam } from '#application/access/read-team.ts';
import type { AlarmOfDraft } from '#application/drafts/alarm-of-draft.ts';
import type { MailDraftLink } from '#application/drafts/mail-draft-link.ts';
import type { SubmitReferral } from '#application/intake/submit-referral.ts';
import type { EvidenceStore, Log, Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, DraftStore, ReferralStore } from '#domain/ports/stores.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';

/** What the hosted form needs. */
export interface FormDeps {
  readonly drafts: DraftStore;
  /** What has become of a referral that was sent: whether its family is one to be careful with. */
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly access: AccessStore;
  /** Reads the team as it is now. */
  readonly readTeam: ReturnType<typeof readTeam>;
  readonly evidence: Pick<EvidenceStore, 'inspect' | 'put' | 'uploadForm' | 'downloadUrl'>;
  readonly submitReferral: SubmitReferral;
  readonly alarmOfDraft: AlarmOfDraft;
  readonly mailDraftLink: MailDraftLink;
  /** Emails a 6-digit code. */
  readonly mailCode: MailCode;
  /** What scans files for viruses. Without it, pages do not mention viruses. */
  readonly malwareScan?: 'guardduty' | 'none';
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
  readonly random: RandomBytes;
  /** Lets so many milliseconds pass, so that an answer does not tell by its time what was found. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly log: Pick<Log, 'error'>;
}
