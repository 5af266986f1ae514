import type { Case } from '../case/case.ts';
import { openTask } from '../case/decide.ts';
import { channelOfTodo, isFirst } from '../case/safe-channel.ts';
import { isStillToOpen } from '../case/task.ts';
import { personCode } from '../people/code.ts';
import { deciders, type Staff } from '../people/on-duty.ts';
import type { Person } from '../people/person.ts';
import { actorOf } from '../people/staff-actor.ts';
import { fallsTo, type Todo } from '../people/todo.ts';
import { type Notice, noticeIdOf } from './notice.ts';

/** What a notice asks for, as it is now. */
export interface StillAsked {
  readonly theCase: Case;
  readonly todo: Todo | undefined;
}

type About = Pick<Notice, 'kind' | 'to' | 'taskId'>;

/**
 * Who could be asked in place of those whose emails came back, in this order: who is on duty, their deputy, others who decide,
 * who prints letters, the service managers. Never who is on leave, whose own emails come back, or who may not do it. Empty
 * once it is done or decided, and for a notice that asks for nothing.
 */
export function nextPeople(about: About, asked: StillAsked, staff: Staff, not: readonly string[]): Person[] {
  return [...new Set(inOrder(about, staff))].filter(
    (person) => !staff.away.includes(person) && !not.includes(personCode(person)) && isFor(about, asked, person, staff),
  );
}

/** The id of the same notice to another person; undefined for one that is of one person alone. */
export function sameNoticeTo({ id, to }: Pick<Notice, 'id' | 'to'>, code: string): string | undefined {
  const end = noticeIdOf('', to);
  return id.endsWith(end) ? `${id.slice(0, -end.length)}${noticeIdOf('', code)}` : undefined;
}

/** The words of some kinds are for a role alone. */
function inOrder(
  { kind }: About,
  { duty, triagers, administrators, managers, operators = [] }: Staff,
): readonly Person[] {
  if (kind === 'OPERATOR_ESCALATION') return [...operators, ...managers];
  return kind === 'TRIAGE_ESCALATION' ? managers : [...duty, ...triagers, ...administrators, ...managers];
}

function isFor({ kind, taskId = '' }: About, { theCase, todo }: StillAsked, person: Person, staff: Staff): boolean {
  if (todo) return !todo.done && fallsTo(todo, person, staff) && !isOfFirst(theCase, todo, person);
  // People are asked before the task is stored as open, and the email can be back by then.
  if (isStillToOpen(theCase, taskId)) return deciders(staff).includes(person);
  const task = openTask(theCase, taskId);
  return task !== undefined && (kind === 'OPERATOR_ESCALATION' || task.recipients.includes(personCode(person)));
}

/** Who recorded a safe way may not confirm it. */
function isOfFirst(theCase: Case, todo: Todo, person: Person): boolean {
  const channel = todo.kind === 'CONFIRM_CHANNEL' ? channelOfTodo(theCase, todo) : undefined;
  return channel !== undefined && isFirst(channel, actorOf(person));
}
