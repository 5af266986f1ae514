import type { Draft } from '#domain/draft/draft.ts';
import type { Team } from '#domain/people/team.ts';
import type { EvidenceStore, Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, DraftStore } from '#domain/ports/stores.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { SubmitReferral } from '../api/deps.ts';

/** Mails a new private link to a draft. */
export type MailDraftLink = (draft: Draft, mailbox: string) => Promise<'SENT' | 'REFUSED'>;

/** What the hosted form takes. */
export interface ReferDeps {
  readonly drafts: DraftStore;
  readonly access: AccessStore;
  /** The team as it is at this moment. */
  readonly readTeam: () => Promise<Team>;
  readonly evidence: Pick<EvidenceStore, 'inspect' | 'put' | 'uploadForm'>;
  readonly submitReferral: SubmitReferral;
  readonly mailDraftLink: MailDraftLink;
  /** Mails a six-digit code; answers nothing, so that nobody learns whose mailbox is known. */
  readonly mailCode: (mailbox: string, code: string) => Promise<void>;
  /** What looks for harmful content in files; without it nothing is said of any. */
  readonly malwareScan?: 'guardduty' | 'none';
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
  readonly random: RandomBytes;
}
