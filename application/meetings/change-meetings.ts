import type { Actor } from '#domain/people/actor.ts';
import type { TeamChange, TeamRefusal } from '#domain/people/change.ts';
import { meetingChanged, meetingRemoved, meetingsAdded } from '#domain/people/change-meetings.ts';
import { datesOf } from '#domain/people/meetings.ts';
import type { TeamMoment } from '#domain/people/next-team.ts';
import type { Team } from '#domain/people/team.ts';
import type { TeamStore } from '#domain/ports/stores.ts';
import type { WorkingCalendar } from '#domain/values/working-calendar.ts';
import type { TeamDeps } from '../access/read-team.ts';
import { writeTeam } from '../access/write-team.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type FollowCalendarDeps, followCalendar } from './follow-calendar.ts';
import {
  type MeetingCommand,
  type MeetingCommandRead,
  type MeetingFault,
  meetingCommandSchema,
  meetingFaults,
} from './meeting-command.ts';

export type MeetingsResult =
  /**
   * `closed` are the dates of a series that were left out, because the service is closed on them; `followed` the references of
   * the referrals that are to be decided by another date now.
   */
  | { readonly team: Team; readonly closed: readonly string[]; readonly followed: readonly string[] }
  | TeamRefusal
  | { readonly problems: readonly CommandProblem<MeetingFault>[] };

interface ChangeMeetingsDeps extends TeamDeps, FollowCalendarDeps {
  readonly team: TeamStore;
}

/**
 * Changes the calendar of meetings as a manager asks, or says why it was not changed. `seen` is the version of the team
 * that they had before them: where someone has changed it since, nothing is changed. Open tasks follow; where that is cut off,
 * the sweeper makes it good.
 */
export function changeMeetings(deps: ChangeMeetingsDeps) {
  return async (typed: MeetingCommand, by: Actor, seen?: number): Promise<MeetingsResult> => {
    const read = readCommand(meetingCommandSchema, meetingFaults, typed);
    if ('problems' in read) return read;
    const moment = { now: deps.now(), by };
    const team = await writeTeam(deps)((current) => applied(current, moment, read.command, deps.policy), seen);
    if ('refused' in team) return team;
    const { command } = read;
    const followed = await followCalendar(deps)(team, by);
    return { team, followed, closed: command.change === 'ADD_SERIES' ? datesOf(command, deps.policy).closed : [] };
  };
}

function applied(team: Team, moment: TeamMoment, command: MeetingCommandRead, calendar: WorkingCalendar): TeamChange {
  switch (command.change) {
    case 'ADD':
      return meetingsAdded(team, moment, [{ on: command.first, from: command.from, until: command.until }]);
    case 'ADD_SERIES': {
      const { from, until } = command;
      return meetingsAdded(
        team,
        moment,
        datesOf(command, calendar).open.map((on) => ({ on, from, until })),
      );
    }
    case 'CHANGE':
      return meetingChanged(team, moment, command);
    case 'REMOVE':
      return meetingRemoved(team, moment, command.on);
  }
}
