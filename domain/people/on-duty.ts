import { dutyOn, standIn } from './duty.ts';
import { isOutOfReach, type Person } from './person.ts';
import { peopleWith, type Team } from './team.ts';

/** Who is asked on one day. No part but `operators` and `away` is ever empty while anyone works here who may decide. */
export interface Staff {
  readonly triagers: readonly Person[];
  readonly managers: readonly Person[];
  /** Who keeps the service running; may be empty. */
  readonly operators?: readonly Person[];
  /** Who visits families; may be empty. */
  readonly practitioners?: readonly Person[];
  /** Who prints and posts letters. */
  readonly administrators: readonly Person[];
  /** Who hears of a new referral at once: on duty, then a deputy. */
  readonly duty: readonly Person[];
  /** Those of them who are on leave, or whose emails come back: they may act, and are not written to. */
  readonly away: readonly Person[];
}

/**
 * Who is asked to decide, and who oversees it, on this local date: everyone in the role, and the deputy of anyone on
 * leave or whose emails come back. Without a triager the service managers are asked, and the reverse: no task is ever opened to no one. Without an
 * administrator the service managers print letters.
 */
export function staffOn(team: Team, date: string): Staff {
  const triagers = withDeputies(team, peopleWith(team, 'TRIAGER'), date);
  const managers = withDeputies(team, peopleWith(team, 'SERVICE_MANAGER'), date);
  const operators = withDeputies(team, peopleWith(team, 'OPERATOR'), date);
  const overseers = managers.length > 0 ? managers : triagers;
  const administrators = withDeputies(team, peopleWith(team, 'ADMINISTRATOR'), date);
  return {
    operators,
    practitioners: peopleWith(team, 'PRACTITIONER'),
    triagers: triagers.length > 0 ? triagers : managers,
    managers: overseers,
    administrators: administrators.length > 0 ? administrators : overseers,
    duty: dutyOn(team, date),
    away: [...new Set([...triagers, ...managers, ...administrators, ...operators])].filter((person) =>
      isOutOfReach(person, date),
    ),
  };
}

/** Those of some people who are written to on this day. Where no one is in reach all are, so that someone hears. */
export function toldOf(people: readonly Person[], { away }: Pick<Staff, 'away'>): readonly Person[] {
  const here = people.filter((person) => !away.includes(person));
  return here.length > 0 ? here : people;
}

/**
 * Everyone who may decide on a task that is opened now, once each. Managers are included, because late tasks go to
 * them.
 */
export function deciders({ triagers, managers }: Pick<Staff, 'triagers' | 'managers'>): Person[] {
  return [...new Set([...triagers, ...managers])];
}

function withDeputies(team: Team, people: readonly Person[], date: string): Person[] {
  const deputies = people.flatMap((person) => standIn(team, person, date) ?? []);
  return [...new Set([...people, ...deputies])];
}
