import { type Actor, personActor } from './actor.ts';
import type { Person } from './person.ts';
import { seededId } from './seed.ts';
import { personByMailbox, type Team } from './team.ts';

/** The member of staff at this mailbox as an actor: the id of the record, with the name and role that they signed. */
export function staffActor(team: Team, mailbox: string, typedName: string, typedRole: string): Actor {
  return personActor(personByMailbox(team, mailbox)?.id ?? seededId(mailbox), typedName, typedRole);
}

/** A member of staff as the team record names them, where they signed nothing. */
export function actorOf({ id, name, roles }: Person): Actor {
  return personActor(id, name, roles.map((role) => role.toLowerCase().replaceAll('_', ' ')).join(', '));
}
