import type { ServiceConfig } from '../service-config.ts';
import { hasRole, type Person, type Role } from './person.ts';
import { seededTeam } from './seed.ts';
import { personByMailbox, type Team } from './team.ts';

const words = { TRIAGER: 'a triager', SERVICE_MANAGER: 'the service manager' } as const satisfies Partial<
  Record<Role, string>
>;
type ConfiguredRole = keyof typeof words;
const configured: readonly ConfiguredRole[] = ['TRIAGER', 'SERVICE_MANAGER'];

/**
 * Where the team record differs from the configuration, each as a sentence for whoever deploys; empty where they agree. The
 * record counts: the configuration only seeds it. Names and leave are the record's own, and not compared.
 */
export function differences(team: Team, config: Pick<ServiceConfig, 'triagers' | 'serviceManager'>): string[] {
  const named = seededTeam(config);
  return configured.flatMap((role) => [
    ...missing(named, team, role).map(
      ({ mailbox }) =>
        `The configuration names ${mailbox} as ${words[role]}; the team record does not. The record counts.`,
    ),
    ...missing(team, named, role).map(
      ({ mailbox }) =>
        `The team record has ${mailbox} as ${words[role]}; the configuration does not. The record counts.`,
    ),
  ]);
}

/** The people who have a role in one team and not in the other. */
function missing(from: Team, other: Team, role: Role): Person[] {
  return from.people.filter((person) => {
    const known = personByMailbox(other, person.mailbox);
    return person.isActive && hasRole(person, role) && !(known && hasRole(known, role));
  });
}
