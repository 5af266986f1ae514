import { firstEntry, putOff } from '#domain/notices/ledger.ts';
import type { Notice } from '#domain/notices/notice.ts';
import { type AlarmDeps, aboutAlarm } from './about-alarm.ts';
import { type DeliverDeps, deliverNotice } from './deliver.ts';
import { ALERT } from './duty.ts';

/** What the duty mailbox hears of an alarm after its alert. */
export interface AlarmNews {
  readonly id: string;
  readonly kind: 'DUTY_ALL_CLEAR' | 'DUTY_CONTACT';
  /** Why an alarm ended, as a code. */
  readonly why?: string;
}

/** Whether an email about an alarm has left the service. */
export function hasGone(notice: Notice | undefined): boolean {
  return notice !== undefined && notice.state !== 'CLAIMED' && notice.state !== 'FAILED';
}

/**
 * Tells the duty mailbox news of an alarm, once for each kind. Never before its alert has gone, and not at all where there was
 * none: what comes earlier is sent by the sweeper.
 */
export function followAlarm(deps: DeliverDeps & AlarmDeps): (news: AlarmNews) => Promise<void> {
  return async ({ id, kind, why }) => {
    const alert = await deps.notices.readNotice(id, ALERT.id);
    if (!alert || alert.state === 'FAILED') return;
    const owed = { id: `${kind}-DUTY`, kind, to: 'DUTY', ...(why === undefined ? {} : { taskId: why }) };
    if (hasGone(alert)) await deliverNotice(deps, owed, await aboutAlarm(deps, id, why));
    else await deps.notices.claimNotice(putOff(firstEntry(id, owed, deps.now()), deps.now()));
  };
}
