import type { Policy } from '../service/policy.ts';
import { addDays, daysBetween, londonDateOf } from '../values/dates.ts';
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

/** What a task of triage waits for: the meeting that people named, and since when it is open. */
interface Waiting {
  readonly named: Meeting | undefined;
  /** The team knows it already, so that it needs no notice. */
  readonly isKnown: boolean;
  readonly since: string;
  readonly now: string;
}

/** A meeting up to so many days before the one that people named stands for it: it was moved. Source: local choice. */
const MOVED_DAYS = 6;

/**
 * The meeting to come by whose end an open task is to be decided, as the calendar has it now. Of one that was deferred, the
 * meeting that people named, or else the nearest one from the week before it on. Of one that
 * the team knows, the next. Of any other, the first that is far enough from when it was opened. Undefined where there is none.
 */
export function meetingFor(
  meetings: readonly Meeting[] | undefined,
  { named, isKnown, since, now }: Waiting,
  policy: Parameters<typeof dueMeeting>[2],
): Meeting | undefined {
  const toCome = meetingsToCome(meetings, now);
  if (named) {
    const from = addDays(named.on, -MOVED_DAYS);
    const away = ({ on }: Meeting) => Math.abs(daysBetween(named.on, on));
    const inTime = toCome.filter(({ on }) => on >= from).toReversed();
    return inTime.toSorted((one, other) => away(one) - away(other)).at(0);
  }
  if (isKnown) return toCome.at(0);
  const earliest = addWorkingDays(londonDateOf(since), policy.meetingNoticeDays, policy);
  return toCome.find(({ on }) => on >= earliest);
}
