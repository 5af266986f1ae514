import type { Arrival } from '#domain/draft/entry.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { EvidenceStore, RandomBytes } from '#domain/ports/services.ts';
import type { Problem } from '#domain/problems/problems.ts';
import type { ServiceConfig } from '#domain/service/config.ts';

export type SubmitResult =
  | { readonly kind: 'ACCEPTED'; readonly reference: string; readonly status: string }
  | { readonly kind: 'RISK' }
  | { readonly kind: 'KEY_MISSING' }
  | { readonly kind: 'INVALID'; readonly problems: readonly Problem[] }
  | { readonly kind: 'KEY_REUSED' };

export type SubmitReferral = (input: {
  caller: string;
  idempotencyKey: string | undefined;
  body: unknown;
  arrival?: Arrival;
  isSuspect?: boolean;
  sentBy?: Actor;
}) => Promise<SubmitResult>;

/** What a caller is told of a referral: codes and instants, nothing about the child. */
export interface StatusView {
  readonly reference: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly reasons: readonly string[];
  readonly updatedAt: string;
  readonly history: readonly { readonly at: string; readonly event: string }[];
}

/** What the API takes: the use cases and what evidence needs. */
export interface ApiDeps {
  readonly submitReferral: SubmitReferral;
  readonly readStatus: (input: { caller: string; reference: string }) => Promise<StatusView | undefined>;
  readonly evidence: Pick<EvidenceStore, 'uploadForm'>;
  readonly random: RandomBytes;
  readonly config: Pick<ServiceConfig, 'emergencyNumbers'>;
  readonly baseUrl: string;
}
