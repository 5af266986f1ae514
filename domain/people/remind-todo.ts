import type { WorkingCalendar } from '../values/working-calendar.ts';
import { workingMorningAfter } from '../values/working-days.ts';
import { personCode, personNamed } from './code.ts';
import { deciders, type Staff, toldOf } from './on-duty.ts';
import type { Person } from './person.ts';
import type { Team } from './team.ts';
import { MANAGERS, PRINTERS, type Todo, TRIAGERS } from './todo.ts';

/** How long staff are left alone between two reminders, in days. Source: local choice. */
const EVERY_DAYS = 7;

/**
 * When the sweeper must look at a TODO: when it is due, and then at each reminder. Undefined once it is done. Undefined too
 * for one about a death, of which no machine sends anything.
 */
export function todoDueAt({ kind, done, due, remindAt }: Todo): string | undefined {
  return done || kind === 'TELL_OF_DEATH' ? undefined : (remindAt ?? due);
}

/** Whether a TODO was to be done before this instant and is not. */
export function isOverdue({ done, due }: Pick<Todo, 'done' | 'due'>, now: string): boolean {
  return done === undefined && due <= now;
}

/** The next version of a TODO once staff were reminded of it: again on a working morning a week later. */
export function todoReminded(todo: Todo, now: string, calendar: WorkingCalendar): Todo | undefined {
  const dueAt = todoDueAt(todo);
  if (dueAt === undefined || dueAt > now) return undefined;
  const remindAt = workingMorningAfter(now, EVERY_DAYS, calendar);
  return { ...todo, version: todo.version + 1, reminded: (todo.reminded ?? 0) + 1, remindAt };
}

/**
 * The codes of those to whom a TODO falls today, each once: who took it over, while they are at work. Empty where it is one
 * person’s who has left.
 */
export function todoAskedOf(todo: Pick<Todo, 'kind' | 'for' | 'heldBy'>, staff: Staff, team: Team): string[] {
  return people(todo, staff, team).map((person) => personCode(person));
}

function people(
  { kind, for: asked, heldBy }: Pick<Todo, 'kind' | 'for' | 'heldBy'>,
  staff: Staff,
  team: Team,
): readonly Person[] {
  const holder = heldBy === undefined ? undefined : personNamed(team, heldBy);
  if (holder && !staff.away.some(({ id }) => id === holder.id)) return [holder];
  // Anyone who decides can confirm a band. The service manager oversees the lists, and is the one who is asked again.
  if (asked === MANAGERS || kind === 'CONFIRM_BAND') return toldOf(staff.managers, staff);
  // Those on duty are enough: it hurries no one.
  if (kind === 'SEE_STOP' && staff.duty.length > 0) return toldOf(staff.duty, staff);
  if (asked === TRIAGERS) return toldOf(deciders(staff), staff);
  if (asked === PRINTERS) return toldOf(staff.administrators, staff);
  const person = personNamed(team, asked);
  return person ? [person] : [];
}
