import type { Actor } from '../people/actor.ts';
import { personCode } from '../people/code.ts';
import type { Person } from '../people/person.ts';
import { actorOf } from '../people/staff-actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { isClaimedBy } from './claim-task.ts';
import { openTask } from './decide.ts';

/** From whom to whom a task goes, and who says so. */
export interface HandOn {
  readonly from: Pick<Person, 'id'> | undefined;
  readonly to: Person;
  readonly by: Actor;
  /** Why, where it was asked for. */
  readonly reason?: string | undefined;
}

const textOf = (reason: string | undefined) => (reason === undefined ? {} : { text: reason });

/**
 * The case with its open task handed to a colleague: they are asked and have taken it up. Who had it before is asked no
 * longer, also by later reminders, and by the same write their links are worth nothing. Undefined where it is so already,
 * and where no one is asked any more.
 */
export function taskHandedOn(
  theCase: Case,
  moment: Moment,
  taskId: string,
  { from, to, by, reason }: HandOn,
): Case | undefined {
  const task = openTask(theCase, taskId);
  if (!task || task.kind === 'REFERRER') return undefined;
  const [left, comes] = [from && personCode(from), personCode(to)];
  const others = task.recipients.filter((one) => one !== left && one !== comes);
  const isLeft = left === undefined || !task.recipients.includes(left);
  if (isLeft && task.recipients.includes(comes) && isClaimedBy(task, actorOf(to))) return undefined;
  const recipients = [...others, comes];
  const notAsked = [...(task.notAsked ?? []), ...(left === undefined ? [] : [left])].filter((one) => one !== comes);
  const claim = { by: actorOf(to), at: moment.now };
  return applyChange(
    theCase,
    moment,
    { task: { ...task, recipients, claim, notAsked: [...new Set(notAsked)] }, moveBy: theCase.moveBy },
    { event: 'TASK_REASSIGNED', by, task: task.id, to: recipients, ...textOf(reason) },
  );
}

/** The case whose history says that a colleague takes over what is to be done beside its task, and who handed it to them. */
export function todoReassigned(
  theCase: Case,
  moment: Moment,
  todoId: string,
  { to, by, reason }: Pick<HandOn, 'to' | 'by' | 'reason'>,
): Case {
  const patch = { moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, {
    ...{ event: 'TODO_HANDED_ON', by, todo: todoId, to: personCode(to) },
    ...textOf(reason),
  });
}
