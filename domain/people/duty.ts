import { isOutOfReach, type Person } from './person.ts';
import { holdsOn } from './rota.ts';
import { peopleWith, personById, type Team } from './team.ts';

/** Who is on duty, and one who hears beside them. */
const AT_ONCE = 2;

/**
 * Those who hear of a new referral at once on this local date: who is on duty, then a deputy. The newest line of the rota that
 * holds counts. For who is away, out of reach or has left, and without a rota, others who decide take the places, in the order in which they
 * joined. Empty only where no one may decide.
 */
export function dutyOn(team: Team, date: string): Person[] {
  const line = team.duty?.findLast((one) => holdsOn(one, date));
  const named = [line?.person, line?.deputy].flatMap((id) =>
    id === undefined ? [] : (presentFor(team, id, date) ?? []),
  );
  const others = [...peopleWith(team, 'TRIAGER'), ...peopleWith(team, 'SERVICE_MANAGER')];
  const here = others.filter((person) => !isOutOfReach(person, date));
  return [...new Set([...named, ...(here.length > 0 ? here : others)])].slice(0, AT_ONCE);
}

/** The person, or who stands in while they are on leave or emails to them come back; undefined where neither is in reach. */
export function presentFor(team: Team, id: string, date: string): Person | undefined {
  const person = personById(team, id);
  if (!person?.isActive) return undefined;
  return isOutOfReach(person, date) ? standIn(team, person, date) : person;
}

/**
 * Who stands in for a person on this local date: the deputy while they are on leave or their emails come back, or the deputy's
 * own deputy where both are out of reach. Undefined while they are in reach, and where no one is left to stand in.
 */
export function standIn(team: Team, person: Person, date: string, passed: readonly string[] = []): Person | undefined {
  if (!isOutOfReach(person, date) || person.deputy === undefined) return undefined;
  const deputy = personById(team, person.deputy);
  if (!deputy?.isActive || passed.includes(deputy.id)) return undefined;
  return isOutOfReach(deputy, date) ? standIn(team, deputy, date, [...passed, person.id]) : deputy;
}
