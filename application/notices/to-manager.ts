import { personNamed } from '#domain/people/code.ts';
import { hasRole } from '#domain/people/person.ts';
import type { Team } from '#domain/people/team.ts';

/** Whether this code names a service manager of today. */
export function isManager(team: Team, to: string): boolean {
  const person = personNamed(team, to);
  return person !== undefined && hasRole(person, 'SERVICE_MANAGER');
}
