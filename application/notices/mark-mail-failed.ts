import { MACHINE } from '#domain/people/actor.ts';
import { mailFailed } from '#domain/people/change.ts';
import type { Team } from '#domain/people/team.ts';
import type { Now } from '#domain/ports/services.ts';
import type { TeamStore } from '#domain/ports/stores.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';
import { writeTeam } from '../access/write-team.ts';

export interface MarkDeps extends TeamDeps {
  readonly team: TeamStore;
  readonly now: Now;
}

/**
 * The team once it knows that an email to one of them came back, which was sent at that instant. Nothing changes where that is
 * known, they have left, or someone has put it right since.
 */
export async function markMailFailed(
  deps: MarkDeps,
  id: string,
  sent: { readonly sentAt: string; readonly about: string },
): Promise<Team> {
  const moment = { now: deps.now(), by: MACHINE };
  const written = await writeTeam(deps)((team) => mailFailed(team, moment, id, sent) ?? { refused: 'CHANGED' });
  return 'refused' in written ? readTeam(deps)() : written;
}
