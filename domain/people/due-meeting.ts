import type { Policy } from '../service/policy.ts';
import { londonDateOf } from '../values/dates.ts';
import { addWorkingDays } from '../values/working-days.ts';
import { type Meeting, meetingsToCome } from './meetings.ts';

/**
 * The meeting by whose end a referral is to be decided that reaches the team now: the first one that is at least so many
 * working days away. Undefined where the calendar has none, so that the policy's days count.
 */
export function dueMeeting(
  meetings: readonly Meeting[] | undefined,
  now: string,
  policy: Pick<Policy, 'meetingNoticeDays' | 'workingDays' | 'workingHours' | 'closedOn'>,
): Meeting | undefined {
  const earliest = addWorkingDays(londonDateOf(now), policy.meetingNoticeDays, policy);
  return meetingsToCome(meetings, now).find(({ on }) => on >= earliest);
}
