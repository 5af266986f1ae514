import { CANARY_CALLER } from '#domain/canary/mark.ts';
import { canaryDocument, canaryReferral } from '#domain/canary/referral.ts';
import type { EvidenceStore, Log, Now } from '#domain/ports/services.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import type { SubmitReferral } from '../intake/submit-referral.ts';

export interface BeginDeps {
  readonly evidence: Pick<EvidenceStore, 'put'>;
  readonly submitReferral: SubmitReferral;
  readonly now: Now;
  readonly log: Log;
}

/** The key of the referral of one day, so that a second call on that day sends nothing. */
export const keyOfDay = (day: string) => `canary-of-${day}`;

/**
 * Sends the referral of today, marked as the canary's: only this use case can set the mark. Called again on the same day, it
 * changes nothing. Throws when the referral is not accepted.
 */
export function beginWalk(deps: BeginDeps): (mailbox: string) => Promise<{ readonly reference: string }> {
  return async (mailbox) => {
    const today = londonDateOf(deps.now());
    const idempotencyKey = keyOfDay(today);
    const evidenceId = sha256(idempotencyKey).slice(0, 22);
    await deps.evidence.put(CANARY_CALLER, evidenceId, canaryDocument.contentType, canaryDocument.bytes);
    const body = canaryReferral(today, mailbox, evidenceId);
    const result = await deps.submitReferral({ caller: CANARY_CALLER, idempotencyKey, body });
    if (result.kind !== 'ACCEPTED') throw new Error(`The referral of the canary was refused: ${result.kind}.`);
    deps.log.info('canary-sent', { reference: result.reference });
    return { reference: result.reference };
  };
}
