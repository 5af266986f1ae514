import { sha256 } from '../values/hash.ts';

/**
 * Where to look for the drafts that send a referral again, the first `count` of them, each used once the one before is
 * gone. What stands there says in `copyAt` under which random id the draft is. A draft of before stands there itself.
 */
export function draftsToResubmit(reference: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => idOf(reference, index + 1));
}

/** An id that can be worked out opens nothing, because a browser needs a session for the draft. */
function idOf(reference: string, place: number): string {
  return Buffer.from(sha256(`draft ${place} of ${reference} sent again`), 'hex')
    .subarray(0, 16)
    .toString('base64url');
}
