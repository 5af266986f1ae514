import { sameMailbox } from '../values/mailbox.ts';
import { personCode, personNamed } from './code.ts';
import type { Person } from './person.ts';
import type { Team } from './team.ts';

/** Who holds a link or a session, as it was when they got it: the code of a person, and the mailbox that was theirs. */
export interface Holder {
  readonly code: string | undefined;
  readonly mailbox: string;
  /** What the groups of their work account let them do; undefined for someone who came by a mailed code. */
  readonly roles?: Person['roles'] | undefined;
}

/**
 * The member of staff who holds a link or a session, while they work here and the mailbox it came through is theirs still.
 * So one write of the team ends what they hold when they leave, and what went to an address that they have given up. With a
 * work account they have only those of their roles that its groups give too.
 */
export function presentHolder(team: Team, { code, mailbox, roles }: Holder): Person | undefined {
  const person = code === undefined ? undefined : personNamed(team, code);
  if (!person || !sameMailbox(person.mailbox, mailbox)) return undefined;
  return roles === undefined ? person : { ...person, roles: person.roles.filter((role) => roles.includes(role)) };
}

/** Whether this person is among those who were asked to do a task. */
export function isAsked(
  { recipients }: { readonly recipients: readonly string[] },
  person: Pick<Person, 'id'>,
): boolean {
  return recipients.includes(personCode(person));
}
