import { alarmId, type Sender, senderWith } from '../notices/alarm.ts';
import { email } from '../referral/text.ts';
import { type Draft, FORM } from './draft.ts';

/** Whether the draft has raised an alarm that stands. */
export function isAlarmed({ alarm }: Draft): boolean {
  return alarm !== undefined && alarm.ended === undefined;
}

/** The id of the alarm that a draft raised last: the first, or one after an earlier was taken back. */
export function alarmOf({ id, alarm }: Draft): string {
  const round = alarm?.round ?? 1;
  return alarmId(FORM, `draft-${id}${round === 1 ? '' : `-alarm-${round}`}`, { immediateRisk: true });
}

/**
 * The draft after a page was saved, with the alarm that this raises or ends. `declaresRisk`: its answers now say that the
 * child is at immediate risk, and record no call. Raised again after it ended, it is another alarm.
 */
export function withAlarm(draft: Draft, path: string, declaresRisk: boolean): Draft {
  const { alarm, answers, done } = draft;
  if (path === 'risk' && declaresRisk)
    return isAlarmed(draft) ? draft : { ...draft, alarm: { round: (alarm?.round ?? 0) + 1 } };
  if (!alarm || !isAlarmed(draft) || declaresRisk || !done.includes(path)) return draft;
  const isTakenBack = path === 'risk' && answers.immediateRisk === 'no';
  if (!isTakenBack && path !== 'call') return draft;
  return { ...draft, alarm: { ...alarm, ended: isTakenBack ? 'TAKEN_BACK' : 'CALLED' } };
}

/** How to reach who fills in the draft, as far as it says; undefined where it does not. */
export function senderOfDraft({ answers, mailbox }: Pick<Draft, 'answers' | 'mailbox'>): Sender | undefined {
  const typed = email().safeParse(answers['referrer.email']).data;
  return senderWith(answers['referrer.phone'], typed ?? mailbox);
}
