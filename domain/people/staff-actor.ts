import { type Actor, personActor } from './actor.ts';
import type { Person } from './person.ts';

/** A member of staff as the team record names them, where they signed nothing. */
export function actorOf(person: Person): Actor {
  return personActor(person.id, person.name, rolesInWords(person));
}

/** What someone does here, as the team record says it. */
export function rolesInWords({ roles }: Pick<Person, 'roles'>): string {
  return roles.map((role) => role.toLowerCase().replaceAll('_', ' ')).join(', ');
}
