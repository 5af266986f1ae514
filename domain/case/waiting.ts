import { dueMeeting } from '../people/due-meeting.ts';
import { type Meeting, meetingEndsAt, meetingsToCome } from '../people/meetings.ts';
import type { StepResult } from '../process/run.ts';
import type { Policy } from '../service/policy.ts';
import { londonDateOf } from '../values/dates.ts';
import { nextWorkingDay, workingDayBefore, workingMorning, workingMorningAfter } from '../values/working-days.ts';
import type { Case, Task } from './case.ts';
import { secondsUntil } from './change.ts';
import type { TaskKind } from './codes.ts';
import { isBackFromReferrer } from './questioned.ts';

/** The kind of task that the workflow waits for at this point; undefined where it waits for no one. */
export function taskKindAt(next: Case['next']): TaskKind | undefined {
  if (next === 'TRIAGE') return 'TRIAGE';
  if (next === 'HOLD') return 'DUPLICATE';
  if (next === 'QUARANTINE') return 'SUSPICIOUS';
  return next === 'ASK_REFERRER' ? 'REFERRER' : undefined;
}

/** The calendar days of each successive wait for this kind of task; after the last of them no one is reminded again. */
export function waitDays(kind: Task['kind'], policy: Policy): readonly number[] {
  if (kind === 'TRIAGE') return policy.triageReminderDays;
  return kind === 'REFERRER' ? policy.referrerReminderDays : policy.duplicateReminderDays;
}

/**
 * When a wait that begins now ends: on the working morning so many days on, so that people are at work when they are
 * reminded. The last wait for a referrer lasts the whole of that day: they were asked to answer by it.
 */
export function waitEndsAt(theCase: Case, kind: Task['kind'], round: number, now: string, policy: Policy): string {
  const days = waitDays(kind, policy);
  const endsAt = workingMorningAfter(now, days[round] ?? days.at(-1) ?? 1, policy);
  if (kind !== 'REFERRER') return endsAt;
  const isLast = round + 1 >= days.length;
  const { untilAt = null } = theCase.ask ?? {};
  // The machine waits until then for a first piece of evidence, neither longer nor less.
  if (untilAt !== null) return isLast || untilAt < endsAt ? untilAt : endsAt;
  return isLast ? workingMorning(nextWorkingDay(londonDateOf(endsAt), policy), policy) : endsAt;
}

/** The last day of which every hour is in time for an answer: of the last wait that is to come, where people ask. */
export function lastDayToAnswer({ round, dueAt }: Task, policy: Policy): string {
  const toCome = waitDays('REFERRER', policy).slice(round + 1);
  if (toCome.length === 0) return workingDayBefore(londonDateOf(dueAt), policy);
  return londonDateOf(toCome.reduce((at, days) => workingMorningAfter(at, days, policy), dueAt));
}

/** When the present wait ends, and by when the task is to be decided where that is earlier. */
export type Wait = Pick<Task, 'dueAt' | 'firstDueAt'>;

/**
 * The present wait: as it was told to people who are waited for already, whatever the clock has passed since. A new task of
 * triage is due at the end of a meeting, and people are reminded on the working morning after it.
 */
export function waitOf(
  theCase: Case,
  open: Task | undefined,
  kind: TaskKind,
  now: string,
  policy: Policy,
  meetings?: readonly Meeting[],
): Wait {
  if (open && open.dueAt > now) return { dueAt: open.dueAt };
  const meeting = open || kind !== 'TRIAGE' ? undefined : meetingOf(theCase, meetings, now, policy);
  if (!meeting) return { dueAt: waitEndsAt(theCase, kind, open?.round ?? 0, now, policy) };
  return { dueAt: workingMorning(nextWorkingDay(meeting.on, policy), policy), firstDueAt: meetingEndsAt(meeting) };
}

/** The meeting to which people deferred it, as the calendar had it then; undefined where they did not. */
export function namedMeeting({ askedAgain, deferredTo }: Case): Meeting | undefined {
  return askedAgain === 'DEFERRED' ? deferredTo : undefined;
}

/**
 * The meeting to which people deferred it, at the times of the calendar; the next one where a question of theirs is answered or
 * was not in time; otherwise the first that is far enough away.
 */
function meetingOf(theCase: Case, meetings: readonly Meeting[] | undefined, now: string, policy: Policy) {
  const named = namedMeeting(theCase);
  const deferred = meetings?.find(({ on }) => on === named?.on) ?? named;
  if (deferred && meetingEndsAt(deferred) > now) return deferred;
  // The team knows it already and waits for it: it needs no notice.
  return isBackFromReferrer(theCase) ? meetingsToCome(meetings, now).at(0) : dueMeeting(meetings, now, policy);
}

/** Whether the length of its next wait depends on the meetings of the team: triage is to be asked for and is not yet. */
export function waitsForMeeting({ next, task, parked }: Case): boolean {
  return parked === null && taskKindAt(next) === 'TRIAGE' && task?.kind !== 'TRIAGE';
}

/** The answer of a workflow step for a case as it now stands. */
export function stepResult(theCase: Case, now: string, policy: Policy, meetings?: readonly Meeting[]): StepResult {
  if (theCase.parked) return { code: 'PARK', waitSeconds: 60 };
  const kind = taskKindAt(theCase.next);
  if (!kind) return { code: theCase.next, waitSeconds: 60 };
  const open = theCase.task?.kind === kind ? theCase.task : undefined;
  const { dueAt } = waitOf(theCase, open, kind, now, policy, meetings);
  return { code: theCase.next, waitSeconds: secondsUntil(now, dueAt) };
}
