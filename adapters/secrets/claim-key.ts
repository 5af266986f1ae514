import type { ClaimKey } from '#domain/ports/services.ts';
import { createHashKey, type HashKeySettings } from './hash-key.ts';

/** The claim key, never rotated, because no open claim would be found with another. */
export function createClaimKey(settings: HashKeySettings): ClaimKey {
  return createHashKey(settings, 'claim key');
}
