import type { Now } from '#domain/ports/services.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';

/** What the pages that anyone may read take: no store, no record, no mail. */
export interface PublicDeps {
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
}
