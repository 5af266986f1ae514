import { hasRole, type Person } from '#domain/people/person.ts';
import type { ConsoleQueue } from '../address.ts';
import type { Act } from './act.ts';
import { death, hold, lift, withdraw } from './of-case.ts';
import { duplicate, release, sameChild, undo } from './of-decision.ts';
import { contact, renew, restart, send } from './of-mail.ts';
import { reassign } from './of-task.ts';

/** Everything that can be pressed on the console, in the order in which pages offer it. */
export const ACTS: readonly Act[] = [
  ...[restart, send, renew, contact, undo],
  ...[reassign, release, duplicate, sameChild, withdraw, death, hold, lift],
];

/** Whether someone may press it. */
export function mayPress({ roles }: Pick<Act, 'roles'>, person: Person): boolean {
  return roles.some((role) => hasRole(person, role));
}

/** What can be pressed for the whole of a list. */
export function actsOn(queue: ConsoleQueue): readonly Act[] {
  return ACTS.filter(({ lists }) => lists.includes(queue));
}

/** The act for which a list is there: its form stands on the list itself. */
export function firstOn(queue: ConsoleQueue): Act | undefined {
  return [restart, send].find(({ lists }) => lists[0] === queue);
}
