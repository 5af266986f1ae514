import { alarmOf, senderOfDraft } from '#domain/draft/alarm.ts';
import { type Draft, FORM } from '#domain/draft/draft.ts';
import { errorName } from '#domain/problems/errors.ts';
import { raiseAlarm } from '../intake/raise-alarm.ts';
import type { AlarmDeps } from '../notices/about-alarm.ts';
import type { DeliverDeps } from '../notices/deliver.ts';
import { followAlarm } from '../notices/follow-alarm.ts';

export type AlarmOfDraft = (draft: Draft, what: 'ALARM' | 'CONTACT') => Promise<void>;

/**
 * Tells the duty mailbox how the alarm of a draft stands, as the draft says: the alarm, one more email with how to reach its
 * sender, or one all-clear. Each once, however often this is called. Whatever fails here, whoever fills in the draft goes on.
 */
export function alarmOfDraft(deps: DeliverDeps & AlarmDeps): AlarmOfDraft {
  const [raise, follow] = [raiseAlarm(deps), followAlarm(deps)];
  return async (draft, what) => {
    const { alarm } = draft;
    if (!alarm) return;
    const id = alarmOf(draft);
    try {
      if (alarm.ended !== undefined) await follow({ id, kind: 'DUTY_ALL_CLEAR', why: alarm.ended });
      else if (what === 'ALARM') await raise({ id, caller: FORM, at: deps.now(), draftId: draft.id });
      else if (senderOfDraft(draft)) await follow({ id, kind: 'DUTY_CONTACT' });
    } catch (error) {
      deps.log.error('duty-not-told', { error: errorName(error) });
    }
  };
}
