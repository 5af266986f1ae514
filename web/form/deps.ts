import type { mailCode } from '#application/access/mail-code.ts';
import type { readTeam } from '#application/access/read-team.ts';
import type { MailDraftLink } from '#application/drafts/mail-draft-link.ts';
import type { SubmitReferral } from '#application/intake/submit-referral.ts';
import type { EvidenceStore, Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, DraftStore } from '#domain/ports/stores.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';

/** What the hosted form takes. */
export interface FormDeps {
  readonly drafts: DraftStore;
  readonly access: AccessStore;
  /** The team as it is at this moment. */
  readonly readTeam: ReturnType<typeof readTeam>;
  readonly evidence: Pick<EvidenceStore, 'inspect' | 'put' | 'uploadForm'>;
  readonly submitReferral: SubmitReferral;
  readonly mailDraftLink: MailDraftLink;
  /** Mails a six-digit code; answers nothing, so that nobody learns whose mailbox is known. */
  readonly mailCode: ReturnType<typeof mailCode>;
  /** What looks for harmful content in files; without it nothing is said of any. */
  readonly malwareScan?: 'guardduty' | 'none';
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
  readonly random: RandomBytes;
}
