import type { readTeam } from '#application/access/read-team.ts';
import { presentHolder } from '#domain/people/asked.ts';
import { hasRole, type Person, type Role } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Team } from '#domain/people/team.ts';
import type { FormFields } from '../http/form-body.ts';
import type { PageDeps } from '../layout/page.ts';
import { forgedPage } from '../layout/refusals.ts';
import { areaClosedPage, roleNeededPage } from './area-refused.ts';
import type { Admitted, Guard } from './guard.ts';
import { type OpenSession, readSession, type SessionDeps } from './sessions.ts';
import { holderOf } from './staff-task.ts';

export interface AreaGuardDeps extends PageDeps, Pick<SessionDeps, 'access' | 'now' | 'baseUrl'> {
  /** Reads the team as it is now. */
  readonly readTeam: ReturnType<typeof readTeam>;
}

/** Whose session it is, and the team at this moment. */
export interface AreaAccess extends OpenSession, Admitted {
  readonly person: Person;
  readonly team: Team;
}

/**
 * Admits a member of staff with an open session to a page of the staff area. With roles, only who has one of them;
 * everyone else reads which role the page needs. Someone who has left is admitted to nothing.
 */
export function areaGuard(deps: AreaGuardDeps, ...roles: readonly Role[]): Guard<AreaAccess> {
  return async (request) => {
    const [open, team] = await Promise.all([readSession(deps, request, 'STAFF'), deps.readTeam()]);
    const person = open && presentHolder(team, holderOf(open.session));
    if (!open || !person) return { refuse: (typed) => areaClosedPage(deps, typed) };
    const isFor = roles.length === 0 || roles.some((role) => hasRole(person, role));
    if (!isFor) return { refuse: () => roleNeededPage(deps, roles) };
    const refuseForm = (fields: FormFields) => (open.isOwnForm(fields) ? undefined : forgedPage(deps));
    return { seen: { ...open, person, team, actor: actorOf(person), refuseForm } };
  };
}
