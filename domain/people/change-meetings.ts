import type { TeamChange } from './change.ts';
import { inOrder, isPastMeeting, type Meeting } from './meetings.ts';
import { nextTeam, type TeamMoment } from './next-team.ts';
import type { Team } from './team.ts';

const said = ({ on, from, until }: Meeting) => `${on} ${from}/${until}`;

/** The team with these meetings too. A date that it has already stays as it is; refused when it has them all. */
export function meetingsAdded(team: Team, moment: TeamMoment, meetings: readonly Meeting[]): TeamChange {
  const known = team.meetings ?? [];
  const added = meetings.filter(({ on }) => !known.some((meeting) => meeting.on === on));
  if (added.length === 0) return { refused: 'MEETING_KNOWN' };
  if (added.some((meeting) => isPastMeeting(meeting, moment.now))) return { refused: 'MEETING_PAST' };
  const event = { what: 'MEETINGS_ADDED', to: inOrder(added).map(said).join(', ') } as const;
  return nextTeam(team, moment, { meetings: inOrder([...known, ...added]) }, event);
}

/** The team with other times of the meeting on this date. A meeting that is past is kept as it was. */
export function meetingChanged(team: Team, moment: TeamMoment, { on, from, until }: Meeting): TeamChange {
  const before = meetingToChange(team, moment, on);
  if ('refused' in before) return before;
  const after = { ...before, from, until };
  const others = (team.meetings ?? []).filter((meeting) => meeting.on !== on);
  const event = { what: 'MEETING_CHANGED', from: said(before), to: said(after) } as const;
  return nextTeam(team, moment, { meetings: inOrder([...others, after]) }, event);
}

/** The team without the meeting on this date. A meeting that is past is kept. */
export function meetingRemoved(team: Team, moment: TeamMoment, on: string): TeamChange {
  const before = meetingToChange(team, moment, on);
  if ('refused' in before) return before;
  const others = (team.meetings ?? []).filter((meeting) => meeting.on !== on);
  return nextTeam(team, moment, { meetings: others }, { what: 'MEETING_REMOVED', from: said(before) });
}

function meetingToChange({ meetings = [] }: Team, { now }: TeamMoment, on: string) {
  const found = meetings.find((meeting) => meeting.on === on);
  if (!found) return { refused: 'UNKNOWN_MEETING' } as const;
  return isPastMeeting(found, now) ? ({ refused: 'MEETING_PAST' } as const) : found;
}
