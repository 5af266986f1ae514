import { nextMeeting } from '#application/meetings/read-agenda.ts';
import { isPastMeeting, type Meeting } from '#domain/people/meetings.ts';
import type { Team } from '#domain/people/team.ts';
import { meetingInWords } from '../settings/meetings/view.ts';

export const MEETINGS_AT = '/staff/meetings';

/** As many meetings to either side as the page offers. */
const BESIDE = 4;

/** The meeting that an address names; without a date that of today, or the next one. */
export function meetingAt({ meetings }: Team, on: string | undefined, now: string): Meeting | undefined {
  return on === undefined ? nextMeeting(meetings, now) : meetings?.find((meeting) => meeting.on === on);
}

/** The meetings around this one, each with its address. */
export function otherMeetings({ meetings = [] }: Team, { on }: Pick<Meeting, 'on'>, now: string) {
  const toCome = meetings.filter((meeting) => !isPastMeeting(meeting, now)).slice(0, BESIDE);
  const past = meetings.filter((meeting) => isPastMeeting(meeting, now)).slice(-BESIDE);
  return [...past, ...toCome]
    .filter((meeting) => meeting.on !== on)
    .map((meeting) => ({ at: `${MEETINGS_AT}/${meeting.on}`, said: meetingInWords(meeting) }));
}
