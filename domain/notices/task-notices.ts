import type { Task } from '../case/case.ts';
import type { TaskKind } from '../case/codes.ts';
import { escalates, escalatesFirst, tellsOperator } from '../case/task.ts';
import type { NoticeKind } from './notice.ts';

/** The notice by which people are asked to do a task. */
export const requestOf = {
  TRIAGE: 'TRIAGE_REQUEST',
  DUPLICATE: 'DUPLICATE_REQUEST',
  SUSPICIOUS: 'SUSPICIOUS_REQUEST',
  REFERRER: 'REFERRER_REQUEST',
} as const satisfies Record<TaskKind, NoticeKind>;

/** The notice by which they are reminded of it. */
export const reminderOf = {
  TRIAGE: 'TRIAGE_REMINDER',
  DUPLICATE: 'DUPLICATE_REMINDER',
  SUSPICIOUS: 'SUSPICIOUS_REMINDER',
  REFERRER: 'REFERRER_REMINDER',
} as const satisfies Record<TaskKind, NoticeKind>;

/**
 * The notices by which the service manager is asked too, and the operator told, with the reminders that the policy names. The
 * referrer hears of the first. Nothing is said to the referrer of what a machine may have sent.
 */
export function escalationNotices(task: Task): NoticeKind[] {
  const toReferrer = escalatesFirst(task) && task.kind !== 'SUSPICIOUS';
  return [
    ...(escalates(task) ? (['TRIAGE_ESCALATION'] as const) : []),
    ...(toReferrer ? (['REFERRER_DELAYED'] as const) : []),
    ...(tellsOperator(task) ? (['OPERATOR_ESCALATION'] as const) : []),
  ];
}

/** Whether a notice asks for a task, rather than reminding of it. */
export function isRequest(kind: string): boolean {
  return Object.values<string>(requestOf).includes(kind);
}

/** Whether a notice tells staff of a case that is parked. */
export function isOfParked(kind: string): boolean {
  return kind === 'NO_DECISION' || kind === 'STUCK';
}
