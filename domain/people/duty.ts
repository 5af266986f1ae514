import { isOnLeave, type Person } from './person.ts';
import { holdsOn } from './rota.ts';
import { peopleWith, personById, type Team } from './team.ts';

/** Who is on duty, and one who hears beside them. */
const AT_ONCE = 2;

/**
 * Those who hear of a new referral at once on this local date: who is on duty, then a deputy. The newest line of the rota that
 * holds counts. For who is away or has left, and without a rota, others who decide take the places, in the order in which they
 * joined. Empty only where no one may decide.
 */
export function dutyOn(team: Team, date: string): Person[] {
  const line = team.duty?.findLast((one) => holdsOn(one, date));
  const named = [line?.person, line?.deputy].flatMap((id) =>
    id === undefined ? [] : (presentFor(team, id, date) ?? []),
  );
  const others = [...peopleWith(team, 'TRIAGER'), ...peopleWith(team, 'SERVICE_MANAGER')];
  const here = others.filter((person) => !isOnLeave(person, date));
  return [...new Set([...named, ...(here.length > 0 ? here : others)])].slice(0, AT_ONCE);
}

/** The person, or who stands in for them while they are away; undefined where neither is at work. */
export function presentFor(team: Team, id: string, date: string): Person | undefined {
  const person = personById(team, id);
  if (!person?.isActive) return undefined;
  return isOnLeave(person, date) ? standIn(team, person, date) : person;
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
