import type { Alarm } from '#domain/notices/alarm.ts';
import type { AlarmDeps } from '../notices/about-alarm.ts';
import type { DeliverDeps } from '../notices/deliver.ts';
import { alertDuty } from '../notices/duty.ts';

export type RaiseAlarm = (alarm: Alarm) => Promise<void>;

/**
 * Keeps a stub of a stop for immediate risk and tells the duty mailbox: each once for the same submission, however often it
 * is sent. The stub says that it happened, when, from which caller and how to reach its sender; nothing about the child.
 */
export function raiseAlarm(deps: DeliverDeps & AlarmDeps): RaiseAlarm {
  const alert = alertDuty(deps);
  return async (alarm) => {
    const stop = { outcome: 'SAFEGUARDING_STOP', reason: 'IMMEDIATE_RISK_DECLARED' };
    await deps.audit.keepStub({ ...alarm, ...stop });
    await alert(alarm);
  };
}
