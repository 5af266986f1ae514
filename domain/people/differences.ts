import type { ServiceConfig } from '../service/config.ts';
import { sameMailbox } from '../values/mailbox.ts';
import { mailboxesNow } from './mailboxes.ts';
import { hasRole, type Person, type Role } from './person.ts';
import { seededTeam } from './seed.ts';
import { personByMailbox, type Team } from './team.ts';

const words = { TRIAGER: 'a triager', SERVICE_MANAGER: 'the service manager' } as const satisfies Partial<
  Record<Role, string>
>;
type Compared = Pick<ServiceConfig, 'triagers' | 'serviceManager' | 'dutyMailbox' | 'advisoryTeacherMailbox'>;
type ConfiguredRole = keyof typeof words;
const configured: readonly ConfiguredRole[] = ['TRIAGER', 'SERVICE_MANAGER'];

/**
 * Where the team record differs from the configuration, each as a sentence for the person who deploys. Empty where they
 * agree. The record counts: the configuration only seeds it. Names and leave are the record's own, and not compared.
 * People are named by name and id: what a deployment prints is kept where their addresses have no place.
 */
export function differences(team: Team, config: Compared): string[] {
  const named = seededTeam(config);
  const ofPeople = configured.flatMap((role) => {
    const [here, there] = [missing(named, team, role), missing(team, named, role)];
    const moved = there.filter(({ id }) => here.some((other) => other.id === id));
    const others = (people: Person[]) => people.filter(({ id }) => !moved.some((other) => other.id === id));
    return [
      ...others(here).map((person) => `The configuration names ${as(person, role)}; the team record does not.`),
      ...others(there).map((person) => `The team record has ${as(person, role)}; the configuration does not.`),
      ...moved.map((person) => `The configuration has another mailbox than the team record for ${as(person, role)}.`),
    ];
  });
  return [...ofPeople, ...ofTeams(team, config)].map((sentence) => `${sentence} The record counts.`);
}

function ofTeams(team: Team, config: Compared): string[] {
  const [here, there] = [mailboxesNow({}, config), mailboxesNow(team, config)];
  return [
    ...(sameMailbox(here.duty, there.duty) ? [] : ['The configuration has another mailbox of the duty team.']),
    ...(sameMailbox(here.advisoryTeachers, there.advisoryTeachers)
      ? []
      : ['The configuration has another mailbox of the advisory teachers.']),
  ];
}

function as({ name, id }: Person, role: ConfiguredRole): string {
  return `${name} (${id}) as ${words[role]}`;
}

/** The people who have a role in one team and not in the other. */
function missing(from: Team, other: Team, role: Role): Person[] {
  return from.people.filter((person) => {
    const known = personByMailbox(other, person.mailbox);
    return person.isActive && hasRole(person, role) && !(known && hasRole(known, role));
  });
}
