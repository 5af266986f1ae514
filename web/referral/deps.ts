import type { Actor } from '#domain/people/actor.ts';
import type { Team } from '#domain/people/team.ts';
import type { EvidenceStore, Log, Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, DraftStore, ReferralStore } from '#domain/ports/stores.ts';
import type { Problem } from '#domain/problems/problems.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { SubmitReferral } from '../api/deps.ts';
import type { MailDraftLink } from '../form/deps.ts';

export interface AnswerInput {
  readonly by: Actor;
  readonly reference: string;
  readonly taskId: string;
  readonly text: string;
  readonly evidence: readonly { evidenceId: string; type: string; title: string }[];
}

export type AnswerResult =
  | { readonly kind: 'ANSWERED' }
  | { readonly kind: 'CLOSED' }
  | { readonly kind: 'INVALID'; readonly problems: readonly Problem[] };

export type WithdrawResult =
  | { readonly kind: 'DONE' | 'NOT_YOURS' }
  | { readonly kind: 'INVALID'; readonly problems: readonly Problem[] }
  | { readonly kind: 'REFUSED'; readonly why: 'WITHDRAWN' | 'DECIDING' | 'ENDED' };

export interface HandOverInput {
  readonly reference: string;
  readonly by: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
}

export type HandOverResult =
  | { readonly kind: 'ASKED' | 'NOT_YOURS' | 'CLOSED' | 'TOO_MANY' }
  | { readonly kind: 'INVALID'; readonly problems: readonly Problem[] };

/** TAKEN, or why it was not. */
export type TakeOverResult = 'TAKEN' | 'REPLACED' | 'CLOSED' | 'EXPIRED';

/** What the referrer's pages take. */
export interface ReferrerDeps {
  readonly cases: Pick<CaseStore, 'readCase' | 'readWholeCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly access: AccessStore;
  /** The team as it is at this moment; drafts that staff enter are theirs while they work here. */
  readonly readTeam: () => Promise<Team>;
  readonly drafts: DraftStore;
  readonly evidence: Pick<EvidenceStore, 'inspect' | 'put' | 'uploadForm'>;
  readonly answerReferrer: (input: AnswerInput) => Promise<AnswerResult>;
  readonly agreeForwarding: (input: { reference: string; by: string }) => Promise<'AGREED' | 'ALREADY' | 'CLOSED'>;
  readonly withdrawReferral: (input: { reference: string; by: string; reason: string }) => Promise<WithdrawResult>;
  readonly handOverReferral: (input: HandOverInput) => Promise<HandOverResult>;
  readonly takeOverReferral: (input: { reference: string; id: string; mailbox: string }) => Promise<TakeOverResult>;
  readonly submitReferral: SubmitReferral;
  readonly mailDraftLink: MailDraftLink;
  readonly mailCode: (mailbox: string, code: string) => Promise<void>;
  readonly malwareScan?: 'guardduty' | 'none';
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
  readonly random: RandomBytes;
  readonly log: Log;
}
