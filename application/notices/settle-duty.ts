import { closed } from '#domain/notices/alarm-window.ts';
import { claim, settle } from '#domain/notices/ledger.ts';
import type { Notice, NoticeKind } from '#domain/notices/notice.ts';
import { WAITS } from '#domain/process/pause.ts';
import { type AlarmDeps, aboutAlarm, aboutAlarms } from './about-alarm.ts';
import { type DeliverDeps, deliverNotice } from './deliver.ts';
import { ALERT } from './duty.ts';
import { hasGone } from './follow-alarm.ts';

type Deps = DeliverDeps & AlarmDeps;

/** Finishes what the duty mailbox is owed about one alarm. News of it waits until its alert has gone. */
export async function settleDuty(deps: Deps, entry: Notice, kind: NoticeKind): Promise<typeof WAITS | undefined> {
  const { reference, taskId } = entry;
  const owed = { id: entry.id, kind, to: entry.to, ...(taskId === undefined ? {} : { taskId }) };
  if (kind === 'DUTY_ALERTS') return sendTogether(deps, reference);
  if (kind === 'DUTY_ALERT' && taskId !== undefined) return settleWithOthers(deps, entry, taskId);
  if (kind !== 'DUTY_ALERT') {
    const alert = await deps.notices.readNotice(reference, ALERT.id);
    if (alert?.state === 'CLAIMED') return WAITS;
    if (!hasGone(alert)) return settleAs(deps, entry, 'FAILED');
  }
  await deliverNotice(deps, owed, await aboutAlarm(deps, reference, taskId));
  return undefined;
}

/** An alarm that waited for others: all go in one email, and then this one has gone too. Alone, it goes as any alarm does. */
async function settleWithOthers(deps: Deps, entry: Notice, first: string): Promise<undefined> {
  const window = await closeWindow(deps, first);
  if (!window || window.count < 2) {
    const owed = { ...ALERT, taskId: first };
    await deliverNotice(deps, owed, await aboutAlarm(deps, entry.reference));
    return undefined;
  }
  // Once it is claimed it is due by itself: each alarm that waits for it would be one more try.
  if (!(await deps.notices.readNotice(first, TOGETHER.id))) await sendTogether(deps, first);
  const sent = await deps.notices.readNotice(first, TOGETHER.id);
  if (sent && sent.state !== 'CLAIMED') await settleAs(deps, entry, hasGone(sent) ? 'SENT' : 'FAILED', sent.messageId);
  return undefined;
}

const TOGETHER = { id: 'DUTY_ALERTS-DUTY', kind: 'DUTY_ALERTS', to: 'DUTY' } as const;

async function sendTogether(deps: Deps, first: string): Promise<undefined> {
  const window = await closeWindow(deps, first);
  if (!window) return;
  await deliverNotice(deps, TOGETHER, await aboutAlarms(deps, first, window.alarms, window.count));
}

/** The window, closed so that no alarm joins it unseen. */
async function closeWindow({ audit }: Deps, first: string) {
  for (;;) {
    const window = await audit.readWindow(first);
    if (!window || window.isClosed) return window;
    const next = closed(window);
    if (next && (await audit.saveWindow(next))) return next;
  }
}

async function settleAs(deps: Deps, entry: Notice, state: 'SENT' | 'FAILED', messageId?: string): Promise<undefined> {
  const mine = claim(entry, deps.now());
  if (!mine) return;
  const detail = messageId === undefined ? { why: 'NO_LONGER_NEEDED' } : { messageId };
  await deps.notices.saveNotice(settle(mine, state, deps.now(), detail), entry.attempts);
}
