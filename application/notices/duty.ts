import { alarmAlone, goesAlone, joined } from '#domain/notices/alarm-window.ts';
import { firstEntry, putOff } from '#domain/notices/ledger.ts';
import type { Owed } from '#domain/notices/plan.ts';
import { type AlarmDeps, aboutAlarm } from './about-alarm.ts';
import { type DeliverDeps, deliverNotice } from './deliver.ts';
import type { Sent } from './sent.ts';

/** The notice that each alarm is owed, under the alarm's id in place of a reference. */
export const ALERT = { id: 'DUTY_ALERT-DUTY', kind: 'DUTY_ALERT', to: 'DUTY' } as const satisfies Owed;

/** More than any crowd needs in which each try has one winner. */
const ATTEMPTS = 100;

/**
 * Tells the duty mailbox of an alarm, once for the same id. Straight away, unless another alarm went in the last ten minutes:
 * then the sweeper sends it with all others of these minutes. What cannot go now is sent by the sweeper.
 */
export function alertDuty(deps: DeliverDeps & AlarmDeps): (alarm: { readonly id: string }) => Promise<Sent> {
  return async ({ id }) => {
    const entry = await deps.notices.readNotice(id, ALERT.id);
    if (entry?.taskId !== undefined) return { owed: ALERT, state: entry.state };
    const waits = entry ? undefined : await placeOf(deps, id);
    if (!waits) return deliverNotice(deps, ALERT, await aboutAlarm(deps, id));
    const owed = { ...ALERT, taskId: waits.first };
    await deps.notices.claimNotice(putOff(firstEntry(id, owed, deps.now()), waits.closesAt));
    return { owed, state: 'CLAIMED' };
  };
}

/** The alarms that this one waits for; undefined where it goes alone, as it does whenever that cannot be found out. */
async function placeOf({ audit, now }: DeliverDeps & AlarmDeps, id: string) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const last = await audit.readLastAlarm();
    if (last?.first === id) return undefined;
    const window = last && (await audit.readWindow(last.first));
    if (!last || goesAlone(last, window, now())) {
      if (await audit.saveLastAlarm(alarmAlone(last, id, now()))) return undefined;
      continue;
    }
    if (window?.alarms.includes(id)) return last;
    const next = joined(window, last, id);
    // Closed before its time is over cannot be: whoever meets it sends at once, so that no alarm waits for nothing.
    if (!next) return undefined;
    if (await audit.saveWindow(next)) return last;
  }
  return undefined;
}
