import type { Person } from './person.ts';
import { personById, type Team } from './team.ts';

const PREFIX = 'PERSON:';

/** How notices, tasks and links name a member of staff: by id, so that only the person themselves ever answers to it. */
export function personCode({ id }: Pick<Person, 'id'>): string {
  return `${PREFIX}${id}`;
}

/** The id in such a code; undefined for a code that names no member of staff. */
export function personIdIn(code: string): string | undefined {
  return code.startsWith(PREFIX) ? code.slice(PREFIX.length) : undefined;
}

/** The person that a code names while they work here. Undefined when they have left, and for every other code. */
export function personNamed(team: Team, code: string): Person | undefined {
  const id = personIdIn(code);
  const person = id === undefined ? undefined : personById(team, id);
  return person?.isActive ? person : undefined;
}
