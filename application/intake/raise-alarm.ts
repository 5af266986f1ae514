import type { AuditStore } from '#domain/ports/stores.ts';
import type { DeliverDeps } from '../notices/deliver.ts';
import { alertDuty } from '../notices/duty.ts';

/**
 * Keeps a stub of a stop for immediate risk and tells the duty mailbox: each once for the same submission, however often it
 * is sent. The stub says that it happened, when and from which caller; nothing about the child.
 */
export function raiseAlarm(
  deps: DeliverDeps & { readonly audit: AuditStore },
): (alarm: { id: string; caller: string; at: string }) => Promise<void> {
  const alert = alertDuty(deps);
  return async ({ id, caller, at }) => {
    await deps.audit.keepStub({ id, at, caller, outcome: 'SAFEGUARDING_STOP', reason: 'IMMEDIATE_RISK_DECLARED' });
    await alert({ id });
  };
}
