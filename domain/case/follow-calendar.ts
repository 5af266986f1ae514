import type { Actor } from '../people/actor.ts';
import { meetingFor } from '../people/due-meeting.ts';
import { type Meeting, meetingEndsAt } from '../people/meetings.ts';
import { deliverable } from '../process/outbox.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { nextWorkingDay, workingMorning } from '../values/working-days.ts';
import type { Case } from './case.ts';
import { applyChange, moveByAfterWait } from './change.ts';
import { openTask } from './decide.ts';
import { isBackFromReferrer } from './questioned.ts';
import { taskDueAt } from './task.ts';
import { namedMeeting } from './waiting.ts';

/** The calendar of meetings as it is now, and who changed it. */
export interface CalendarChange {
  readonly meetings: readonly Meeting[] | undefined;
  readonly by: Actor;
}

/**
 * The case whose open task is due at the meeting that the calendar has for it now, with its reminder on the working morning
 * after. Undefined where that is so already, where it is not due at a meeting to come, where people were reminded, and where
 * the calendar has none for it: then it keeps its date. A sooner reminder is owed a wake-up of the workflow.
 */
export function calendarFollowed(
  theCase: Case,
  moment: Moment,
  { meetings, by }: CalendarChange,
  policy: Policy,
): Case | undefined {
  const task = theCase.task && openTask(theCase, theCase.task.id);
  if (task?.kind !== 'TRIAGE' || theCase.parked || task.round > 0) return undefined;
  const [due, { now }] = [taskDueAt(task), moment];
  // Only a meeting gives a date apart from that of the reminder before there was one.
  if (task.firstDueAt === undefined || due <= now) return undefined;
  const known = { named: namedMeeting(theCase), isKnown: isBackFromReferrer(theCase) };
  const meeting = meetingFor(meetings, { ...known, since: task.openedAt, now }, policy);
  if (!meeting || meetingEndsAt(meeting) === due) return undefined;
  const dueAt = workingMorning(nextWorkingDay(meeting.on, policy), policy);
  const firstDueAt = meetingEndsAt(meeting);
  const isSooner = dueAt < task.dueAt && task.token !== undefined && deliverable(theCase.outbox).length === 0;
  const wake = isSooner ? { outbox: [{ kind: 'WAKE', token: task.token ?? '' }] satisfies Case['outbox'] } : {};
  return applyChange(
    theCase,
    moment,
    { task: { ...task, dueAt, firstDueAt }, moveBy: moveByAfterWait(dueAt), ...wake },
    { event: 'DUE_DATE_MOVED', by, task: task.id, from: due, to: firstDueAt },
  );
}
