import { type ConfiguredTeam, seededTeam } from '#domain/people/seed.ts';
import type { Team } from '#domain/people/team.ts';
import type { TeamStore } from '#domain/ports/stores.ts';

/** The team as it is at this moment. */
export type ReadTeam = () => Promise<Team>;

export interface TeamDeps {
  readonly team: Pick<TeamStore, 'readTeam'>;
  readonly config: ConfiguredTeam;
}

/**
 * The team record, read consistently each time; until it begins, the team that the configuration names. Nothing is kept
 * between two calls, so someone who has just left has left.
 */
export function readTeam({ team, config }: TeamDeps): ReadTeam {
  return async () => (await team.readTeam()) ?? seededTeam(config);
}
