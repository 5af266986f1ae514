import { isOnLeave, type Person } from './person.ts';
import { peopleWith, personById, type Team } from './team.ts';

/** Who is asked on one day. Neither part is ever empty while anyone works here who may decide. */
export interface Staff {
  readonly triagers: readonly Person[];
  readonly managers: readonly Person[];
}

/**
 * Who is asked to decide, and who oversees it, on this local date: everyone in the role, and the deputy of anyone on
 * leave. Without a triager the service managers are asked, and the reverse: no task is ever opened to no one.
 */
export function staffOn(team: Team, date: string): Staff {
  const triagers = withDeputies(team, peopleWith(team, 'TRIAGER'), date);
  const managers = withDeputies(team, peopleWith(team, 'SERVICE_MANAGER'), date);
  return {
    triagers: triagers.length > 0 ? triagers : managers,
    managers: managers.length > 0 ? managers : triagers,
  };
}

/**
 * Everyone who may decide on a task that is opened now, once each. Managers are included, because late tasks go to
 * them.
 */
export function deciders({ triagers, managers }: Staff): Person[] {
  return [...new Set([...triagers, ...managers])];
}

function withDeputies(team: Team, people: readonly Person[], date: string): Person[] {
  const deputies = people.flatMap((person) => standIn(team, person, date) ?? []);
  return [...new Set([...people, ...deputies])];
}

/**
 * Who stands in for a person on this local date: the deputy while they are on leave, or the deputy's own deputy where both
 * are. Undefined while they are at work, and where no one is left to stand in.
 */
export function standIn(team: Team, person: Person, date: string, passed: readonly string[] = []): Person | undefined {
  if (!isOnLeave(person, date) || person.deputy === undefined) return undefined;
  const deputy = personById(team, person.deputy);
  if (!deputy?.isActive || passed.includes(deputy.id)) return undefined;
  return isOnLeave(deputy, date) ? standIn(team, deputy, date, [...passed, person.id]) : deputy;
}
