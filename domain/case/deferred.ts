import { type Meeting, meetingEndsAt } from '../people/meetings.ts';
import type { Case } from './case.ts';
import { taskDueAt } from './task.ts';

/** Whether a referral waits because people deferred it to this meeting, or to one that this stands for since it was moved. */
export function isDeferredTo({ askedAgain, deferredTo, task }: Case, meeting: Meeting): boolean {
  if (askedAgain !== 'DEFERRED' || !deferredTo) return false;
  return deferredTo.on === meeting.on || (task !== null && taskDueAt(task) === meetingEndsAt(meeting));
}
