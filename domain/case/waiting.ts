import type { Policy } from '../policy.ts';
import type { StepResult } from '../process/run.ts';
import { workingMorningAfter } from '../values/working-days.ts';
import type { Case, Task } from './case.ts';
import { secondsUntil } from './change.ts';
import type { TaskKind } from './codes.ts';

/** The kind of task that the workflow waits for at this point; undefined where it waits for nobody. */
export function taskKindAt(next: Case['next']): TaskKind | undefined {
  if (next === 'TRIAGE') return 'TRIAGE';
  if (next === 'HOLD') return 'DUPLICATE';
  if (next === 'QUARANTINE') return 'SUSPICIOUS';
  return next === 'ASK_REFERRER' ? 'REFERRER' : undefined;
}

/** The calendar days of each successive wait for this kind of task; after the last of them nobody is reminded again. */
export function waitDays(kind: Task['kind'], policy: Policy): readonly number[] {
  if (kind === 'TRIAGE') return policy.triageReminderDays;
  return kind === 'REFERRER' ? policy.referrerReminderDays : policy.duplicateReminderDays;
}

/**
 * When a wait that begins now ends: on the working morning so many days on, so that people are at work when they are
 * reminded, and never after the instant until which the machine waits for a first piece of evidence.
 */
export function waitEndsAt(theCase: Case, kind: Task['kind'], round: number, now: string, policy: Policy): string {
  const days = waitDays(kind, policy);
  const wait = days[round] ?? days.at(-1) ?? 1;
  const endsAt = workingMorningAfter(now, wait, policy);
  const untilAt = theCase.ask?.untilAt;
  return kind === 'REFERRER' && untilAt && untilAt < endsAt ? untilAt : endsAt;
}

/** When the present wait ends: as it was told to people who are waited for already, whatever the clock has passed since. */
export function dueAtOf(theCase: Case, open: Task | undefined, kind: TaskKind, now: string, policy: Policy): string {
  return open && open.dueAt > now ? open.dueAt : waitEndsAt(theCase, kind, open?.round ?? 0, now, policy);
}

/** The answer of a workflow step for a case as it now stands. */
export function stepResult(theCase: Case, now: string, policy: Policy): StepResult {
  if (theCase.parked) return { code: 'PARK', waitSeconds: 60 };
  const kind = taskKindAt(theCase.next);
  if (!kind) return { code: theCase.next, waitSeconds: 60 };
  const open = theCase.task?.kind === kind ? theCase.task : undefined;
  return { code: theCase.next, waitSeconds: secondsUntil(now, dueAtOf(theCase, open, kind, now, policy)) };
}
