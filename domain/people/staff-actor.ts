import { type Actor, personActor } from './actor.ts';
import type { Person } from './person.ts';

/** A member of staff as the team record names them, where they signed nothing. */
export function actorOf({ id, name, roles }: Person): Actor {
  return personActor(id, name, roles.map((role) => role.toLowerCase().replaceAll('_', ' ')).join(', '));
}
