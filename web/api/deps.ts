import type { readStatus } from '#application/intake/read-status.ts';
import type { SubmitReferral } from '#application/intake/submit-referral.ts';
import type { EvidenceStore, RandomBytes } from '#domain/ports/services.ts';
import type { ServiceConfig } from '#domain/service/config.ts';

/** What the API takes: the use cases and what evidence needs. */
export interface ApiDeps {
  readonly submitReferral: SubmitReferral;
  readonly readStatus: ReturnType<typeof readStatus>;
  readonly evidence: Pick<EvidenceStore, 'uploadForm'>;
  readonly random: RandomBytes;
  readonly config: Pick<ServiceConfig, 'contact' | 'emergencyNumbers'>;
  readonly baseUrl: string;
}
