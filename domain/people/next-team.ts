import { type Actor, MACHINE } from './actor.ts';
import type { Team, TeamEvent } from './team.ts';

/** When the team is changed, and by whom. */
export interface TeamMoment {
  readonly now: string;
  readonly by: Actor;
}

export type NewTeamEvent = Omit<TeamEvent, 'at' | 'by'>;

/** The next version of the team. The first one also says that what was before it came from the configuration. */
export function nextTeam(team: Team, { now, by }: TeamMoment, patch: Partial<Team>, event: NewTeamEvent): Team {
  const begun: TeamEvent[] = team.version === 0 ? [{ at: now, by: MACHINE, what: 'SEEDED' }] : [];
  return {
    ...team,
    ...patch,
    version: team.version + 1,
    history: [...team.history, ...begun, { at: now, by, ...event }],
  };
}
