import { teamSchema } from '#domain/people/team.ts';
import type { TeamStore } from '#domain/ports/stores.ts';
import { TEAM_KEY } from './keys.ts';
import { parseIfThere } from './parse-item.ts';
import type { Table } from './table.ts';

export function teamStore(table: Table): TeamStore {
  return {
    readTeam: async () => parseIfThere(teamSchema, await table.get(TEAM_KEY.pk, TEAM_KEY.sk)),
    saveTeam: (team) => {
      const before = team.version - 1;
      return table.put({ ...TEAM_KEY, ...team }, before === 0 ? { absent: ['pk'] } : { equals: { version: before } });
    },
  };
}
