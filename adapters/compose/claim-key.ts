import type { ClaimKey } from '#domain/ports/services.ts';
import { createClaimKey } from '../secrets/claim-key.ts';

/** The key under which children are claimed and brought in, from where secrets are kept. */
export function composeClaimKey(env: { readonly CLAIM_KEY_SECRET_ARN: string }): { readonly claimKey: ClaimKey } {
  return { claimKey: createClaimKey({ secretArn: env.CLAIM_KEY_SECRET_ARN }) };
}
