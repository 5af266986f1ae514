import type { SaidNow } from '#domain/people/said-now.ts';
import type { Now } from '#domain/ports/services.ts';
import type { Policy } from '#domain/service/policy.ts';

/** What the pages that anyone may read take: no store, no record, no mail. */
export interface PublicDeps {
  readonly config: SaidNow;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
}
