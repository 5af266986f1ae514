import { OPENINGS } from '#domain/people/opening.ts';
import { hasRole, type Person } from '#domain/people/person.ts';
import { MOST_OPEN } from '#domain/process/indexes.ts';
import type { StaffDeps } from '../deps.ts';
import { OPENINGS_AT } from './address.ts';
import { openedWords } from './words.ts';

/** The line that leads a service manager to records that were opened and that no one has looked at; undefined where there are none. */
export async function openingsToLookAt({ indexes }: Pick<StaffDeps, 'indexes'>, person: Person) {
  if (!hasRole(person, 'SERVICE_MANAGER')) return undefined;
  const { length } = await indexes.work(OPENINGS, MOST_OPEN);
  return length === 0 ? undefined : { at: OPENINGS_AT, said: openedWords.waiting(length) };
}
