import type { MailCode } from '#application/access/mail-code.ts';
import type { AskTeam } from '#application/family-pages/ask-team.ts';
import type { agreeForwarding } from '#application/intake/agree-forwarding.ts';
import type { askToLookAgain } from '#application/intake/ask-to-look-again.ts';
import type { handOverReferral } from '#application/intake/hand-over-referral.ts';
import type { hasReferrals, listFollowed } from '#application/intake/list-followed.ts';
import type { NoteFollowers } from '#application/intake/note-followers.ts';
import type { RecordDeath } from '#application/intake/record-death.ts';
import type { recordTold } from '#application/intake/record-told.ts';
import type { takeOverReferral } from '#application/intake/take-over-referral.ts';
import type { withdrawReferral } from '#application/intake/withdraw-referral.ts';
import type { mailNewLink } from '#application/notices/mail-new-link.ts';
import type { answerReferrer } from '#application/triage/answer-referrer.ts';
import type { EvidenceStore, Log, Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, DraftStore, ReferralStore } from '#domain/ports/stores.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';

/** What the referrer's pages take. */
export interface ReferralDeps {
  readonly cases: Pick<CaseStore, 'readCase' | 'readWholeCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly access: AccessStore;
  readonly drafts: DraftStore;
  readonly evidence: Pick<EvidenceStore, 'downloadUrl' | 'inspect' | 'put' | 'uploadForm'>;
  readonly answerReferrer: ReturnType<typeof answerReferrer>;
  readonly askTeam: AskTeam;
  readonly agreeForwarding: ReturnType<typeof agreeForwarding>;
  readonly withdrawReferral: ReturnType<typeof withdrawReferral>;
  readonly recordDeath: RecordDeath;
  readonly handOverReferral: ReturnType<typeof handOverReferral>;
  readonly askToLookAgain: ReturnType<typeof askToLookAgain>;
  readonly recordTold: ReturnType<typeof recordTold>;
  readonly takeOverReferral: ReturnType<typeof takeOverReferral>;
  readonly listFollowed: ReturnType<typeof listFollowed>;
  readonly hasReferrals: ReturnType<typeof hasReferrals>;
  readonly noteFollowers: NoteFollowers;
  readonly mailCode: MailCode;
  readonly mailNewLink: ReturnType<typeof mailNewLink>;
  readonly malwareScan?: 'guardduty' | 'none';
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
  readonly random: RandomBytes;
  /** Waits so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly log: Log;
}
