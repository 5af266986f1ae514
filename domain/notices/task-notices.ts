import type { TaskKind } from '../case/codes.ts';
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

/** Whether a notice asks for a task, rather than reminding of it. */
export function isRequest(kind: string): boolean {
  return Object.values<string>(requestOf).includes(kind);
}
