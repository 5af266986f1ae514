import { changeMeetings } from './change-meetings.ts';

/** What people do with the meetings of the triage team. */
export interface DoMeetings {
  readonly changeMeetings: ReturnType<typeof changeMeetings>;
}

/** Everything that people do with meetings, over one set of stores. */
export function doMeetings(deps: Parameters<typeof changeMeetings>[0]): DoMeetings {
  return { changeMeetings: changeMeetings(deps) };
}
