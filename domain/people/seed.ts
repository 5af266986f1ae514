import type { ServiceConfig } from '../service/config.ts';
import { sha256 } from '../values/hash.ts';
import { foldedMailbox, sameMailbox } from '../values/mailbox.ts';
import { inOrder } from './meetings.ts';
import type { Person, Role } from './person.ts';
import type { Team } from './team.ts';

/** What a configuration says of the team. */
export type ConfiguredTeam = Pick<ServiceConfig, 'triagers' | 'serviceManager' | 'meetings'>;

const ID_DIGITS = 12;

/** The id of a configured person: the same for the same mailbox each time, until the record begins and keeps it. */
export function seededId(mailbox: string): string {
  return sha256(`person at ${foldedMailbox(mailbox)}`).slice(0, ID_DIGITS);
}

/**
 * The team that the configuration names, as readers see it until a record begins. One mailbox is one person, whatever its
 * case and however often it stands there. No one has said their name yet: what stands before the @ is shown, so that no page
 * shows an address for a name.
 */
export function seededTeam({ triagers, serviceManager, meetings }: ConfiguredTeam): Team {
  const mailboxes = [...triagers, serviceManager];
  const people = mailboxes
    .filter((mailbox, i) => mailboxes.findIndex((other) => sameMailbox(other, mailbox)) === i)
    .map((mailbox): Person => {
      const isTriager = triagers.some((triager) => sameMailbox(triager, mailbox));
      const isManager = sameMailbox(mailbox, serviceManager);
      const roles: Role[] = [
        ...(isTriager ? (['TRIAGER'] as const) : []),
        ...(isManager ? (['SERVICE_MANAGER'] as const) : []),
      ];
      return { id: seededId(mailbox), name: mailbox.replace(/@.*$/, ''), mailbox, roles, leave: [], isActive: true };
    });
  return { version: 0, people, ...(meetings ? { meetings: inOrder(meetings) } : {}), history: [] };
}
