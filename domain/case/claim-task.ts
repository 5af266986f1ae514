import { type Actor, actorCode } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case, Task } from './case.ts';
import { applyChange } from './change.ts';
import { openTask } from './decide.ts';

/**
 * The case with its open task taken up by this person. Undefined where it is not open, or taken up already, by whomever.
 * Whoever is asked may still decide.
 */
export function taskClaimed(theCase: Case, moment: Moment, taskId: string, by: Actor): Case | undefined {
  const task = openTask(theCase, taskId);
  if (!task || task.claim) return undefined;
  const claim = { by, at: moment.now };
  const event = { event: 'TASK_CLAIMED', by, task: task.id } as const;
  return applyChange(theCase, moment, { task: { ...task, claim }, moveBy: theCase.moveBy }, event);
}

/**
 * The case with its open task taken up by no one. Undefined where no one had, or someone else than this person; a service
 * manager may release what others have taken up.
 */
export function taskReleased(
  theCase: Case,
  moment: Moment,
  taskId: string,
  { by, isManager }: { readonly by: Actor; readonly isManager: boolean },
): Case | undefined {
  const { claim, ...task } = openTask(theCase, taskId) ?? {};
  if (!claim || !('id' in task) || !(isManager || isClaimedBy({ claim }, by))) return undefined;
  const event = { event: 'TASK_RELEASED', by, task: task.id } as const;
  return applyChange(theCase, moment, { task, moveBy: theCase.moveBy }, event);
}

/** Whether this person is the one who has taken it up. */
export function isClaimedBy({ claim }: Pick<Task, 'claim'>, by: Actor): boolean {
  return claim !== undefined && actorCode(claim.by) === actorCode(by);
}

/** Whom a task asks when it would ask these: not those from whom it was taken, unless no one else is left. */
export function askedAmong({ notAsked = [] }: Pick<Task, 'notAsked'>, recipients: readonly string[]): string[] {
  const asked = recipients.filter((one) => !notAsked.includes(one));
  return asked.length > 0 ? asked : [...recipients];
}

/** What is left of a task once these are asked: who is not among them has it no longer. */
export function askedTask(task: Task, recipients: readonly string[]): Task {
  const { claim, ...rest } = task;
  const asked = askedAmong(task, recipients);
  const keeps = claim !== undefined && asked.includes(actorCode(claim.by));
  return { ...rest, ...(keeps ? { claim } : {}), recipients: asked };
}
