import type { Actor } from '#domain/people/actor.ts';
import {
  deputyChanged,
  joined,
  leaveChanged,
  mailboxChanged,
  mailTrusted,
  rolesChanged,
  type TeamChange,
  type TeamRefusal,
} from '#domain/people/change.ts';
import { dutyChanged, dutyRangeAdded, dutyRangeEnded } from '#domain/people/change-duty.ts';
import { lettersChanged } from '#domain/people/change-letters.ts';
import { mailboxesChanged } from '#domain/people/change-mailboxes.ts';
import { sessionsRemoved, sessionsSet } from '#domain/people/change-school-sessions.ts';
import { serviceSet } from '#domain/people/change-services.ts';
import { townChanged, townRemoved } from '#domain/people/change-town.ts';
import type { TeamMoment } from '#domain/people/next-team.ts';
import type { Team } from '#domain/people/team.ts';
import type { Now } from '#domain/ports/services.ts';
import type { TeamStore } from '#domain/ports/stores.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import type { TeamDeps } from './read-team.ts';
import { type TeamCommand, type TeamCommandRead, type TeamFault, teamFaults, teamSchema } from './team-command.ts';
import { writeTeam } from './write-team.ts';

export type TeamResult = Team | TeamRefusal | { readonly problems: readonly CommandProblem<TeamFault>[] };

/**
 * Changes the team as a colleague asks: the team as it is now, or why it was not changed. `seen` is the version that they
 * had before them: where someone has changed it since, nothing is changed.
 */
export function changeTeam(deps: TeamDeps & { readonly team: TeamStore; readonly now: Now }) {
  return async (typed: TeamCommand, by: Actor, seen?: number): Promise<TeamResult> => {
    const read = readCommand(teamSchema, teamFaults, typed);
    if ('problems' in read) return read;
    const moment = { now: deps.now(), by };
    return writeTeam(deps)((team) => applied(team, moment, read.command), seen);
  };
}

function applied(team: Team, moment: TeamMoment, command: TeamCommandRead): TeamChange {
  switch (command.change) {
    case 'JOIN':
      return joined(team, moment, command);
    case 'MAILBOX':
      return mailboxChanged(team, moment, command.id, command.mailbox);
    case 'MAIL_TRUSTED':
      return mailTrusted(team, moment, command.id);
    case 'ROLES':
      return rolesChanged(team, moment, command.id, command.roles);
    case 'LEAVE':
      return leaveChanged(team, moment, command.id, command.leave);
    case 'DEPUTY':
      return deputyChanged(team, moment, command.id, command.deputy);
    case 'DUTY':
      return dutyChanged(team, moment, command);
    case 'DUTY_RANGE':
      return dutyRangeAdded(team, moment, command);
    case 'DUTY_ENDED':
      return dutyRangeEnded(team, moment, command.from);
    case 'LETTERS':
      return lettersChanged(team, moment, command);
    case 'MAILBOXES':
      return mailboxesChanged(team, moment, command);
    case 'SERVICE':
      return serviceSet(team, moment, command);
    case 'TOWN':
      return townChanged(team, moment, command);
    case 'TOWN_REMOVED':
      return townRemoved(team, moment, command.town);
    case 'SCHOOL':
      return sessionsSet(team, moment, command);
    case 'SCHOOL_REMOVED':
      return sessionsRemoved(team, moment, command);
  }
}
