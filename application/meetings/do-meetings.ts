import { changeMeetings } from './change-meetings.ts';
import { holdMeeting } from './hold-meeting.ts';
import { minuteChild } from './minute-child.ts';
import { readAgenda } from './read-agenda.ts';

type DoMeetingsDeps = Parameters<typeof changeMeetings>[0] &
  Parameters<typeof holdMeeting>[0] &
  Parameters<typeof minuteChild>[0];

/** Everything that people do with meetings, over one set of stores. */
export function doMeetings(deps: DoMeetingsDeps) {
  return {
    changeMeetings: changeMeetings(deps),
    readAgenda: readAgenda(deps),
    holdMeeting: holdMeeting(deps),
    minuteChild: minuteChild(deps),
  };
}

/** What people do with the meetings of the triage team. */
export type DoMeetings = ReturnType<typeof doMeetings>;
