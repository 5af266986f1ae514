import type { Case } from '../case/case.ts';
import { type TaskKind, taskKindSchema } from '../case/codes.ts';
import { referrerOf } from '../case/referrer.ts';
import { escalates } from '../case/task.ts';
import type { Actor } from '../people/actor.ts';
import type { LinkPurpose } from '../people/link.ts';
import type { Staff } from '../people/on-duty.ts';
import type { Addressees } from './addressees.ts';
import { type HandOverMoment, handOverNotices } from './hand-over.ts';
import { type Intent, managers, referrers, triagers } from './intent.ts';
import { linkPurposeOf } from './links.ts';
import type { NoticeKind } from './notice.ts';
import { outcomeNotices } from './outcome-notices.ts';

/** A point in the road of a referral at which people are owed a notice. */
export type NoticeMoment = 'RECEIVED' | 'TASK_OPENED' | 'TASK_REMINDED' | 'OUTCOME' | 'FORWARDED' | HandOverMoment;

/** One notice that one person is owed. The id is the same whenever it is worked out again, so it can be claimed once. */
export interface Owed {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly to: string;
  readonly taskId?: string;
  readonly link?: LinkPurpose;
  /** Who caused it, where that is not the service itself. */
  readonly by?: Actor;
}

/**
 * Every notice owed at this moment, each with a stable id made of letters, digits, `-` and `_` only (the mail service takes
 * no other characters in its tags). Who must not be written to is still owed a notice: sending turns it over to a person.
 * `staff` are those who are asked today.
 */
export function noticesOwed(moment: NoticeMoment, theCase: Case, sent: Addressees, staff: Staff): readonly Owed[] {
  const referral = { ...sent, referrer: referrerOf(theCase, sent) };
  if (moment === 'HAND_OVER_ASKED' || moment === 'HANDED_OVER') {
    return handOverNotices(moment, theCase).map(({ id, by, ...intent }) => ({ ...owed(intent, id), by }));
  }
  if (moment === 'RECEIVED') return referrers('ACKNOWLEDGEMENT', referral).map((intent) => owed(intent));
  if (moment === 'FORWARDED') return [owed({ kind: 'ADVISORY_FORWARDED', to: 'ADVISORY' })];
  if (moment === 'OUTCOME') return outcomeNotices(theCase, referral, staff).map((intent) => owed(intent));
  const { task, run } = theCase;
  const kind = taskKindSchema.safeParse(task?.kind).data;
  if (!task || !kind) return [];
  if (moment === 'TASK_OPENED') {
    return asking(REQUEST[kind], kind, referral, staff).map((intent) => owed(intent, task.id));
  }
  // A restarted case counts its reminders from one again, so its run is part of the id.
  const mark = `RUN${run}-R${task.round}`;
  return reminding(kind, task.round, referral, staff).map((intent) => owed(intent, task.id, mark));
}

const REQUEST = {
  TRIAGE: 'TRIAGE_REQUEST',
  DUPLICATE: 'DUPLICATE_REQUEST',
  SUSPICIOUS: 'SUSPICIOUS_REQUEST',
  REFERRER: 'REFERRER_REQUEST',
} as const satisfies Record<TaskKind, NoticeKind>;
const REMINDER = {
  TRIAGE: 'TRIAGE_REMINDER',
  DUPLICATE: 'DUPLICATE_REMINDER',
  SUSPICIOUS: 'SUSPICIOUS_REMINDER',
  REFERRER: 'REFERRER_REMINDER',
} as const satisfies Record<TaskKind, NoticeKind>;

function asking(kind: NoticeKind, taskKind: TaskKind, referral: Addressees, staff: Staff): Intent[] {
  return taskKind === 'REFERRER' ? referrers(kind, referral) : triagers(kind, staff);
}

function reminding(taskKind: TaskKind, round: number, referral: Addressees, staff: Staff): Intent[] {
  const reminders = asking(REMINDER[taskKind], taskKind, referral, staff);
  if (!escalates(taskKind, round)) return reminders;
  return [...reminders, ...managers('TRIAGE_ESCALATION', staff)];
}

function owed({ kind, to }: Intent, taskId?: string, mark?: string): Owed {
  const link = linkPurposeOf(kind);
  const id = [kind, taskId, mark, to].filter((part) => part !== undefined).join('-');
  return {
    id: id.replace(/[^A-Za-z0-9_-]/g, '-'),
    kind,
    to,
    ...(taskId === undefined ? {} : { taskId }),
    ...(link === undefined ? {} : { link }),
  };
}
