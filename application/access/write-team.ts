import type { TeamChange, TeamRefusal } from '#domain/people/change.ts';
import type { Team } from '#domain/people/team.ts';
import type { TeamStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import { readTeam, type TeamDeps } from './read-team.ts';

const ATTEMPTS = 25;

/**
 * Changes the team by one conditional write, again from what is there when someone was faster. With `seen`, the version on
 * which the change was based, nothing is changed when there is another by now. The first change begins the record with the
 * people in the configuration.
 */
export function writeTeam(deps: TeamDeps & { readonly team: TeamStore }) {
  const read = readTeam(deps);
  return async (change: (team: Team) => TeamChange, seen?: number): Promise<Team | TeamRefusal> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const current = await read();
      if (seen !== undefined && current.version !== seen) return { refused: 'CHANGED' };
      const changed = change(current);
      if ('refused' in changed || (await deps.team.saveTeam(changed))) return changed;
    }
    throw new Transient('The team changed too often to be saved.');
  };
}
