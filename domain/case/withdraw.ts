import { type Actor, MACHINE } from '../people/actor.ts';
import { deliverable } from '../process/outbox.ts';
import type { Moment } from '../process/process.ts';
import { type ClosingGate, closingChecked } from '../support/closing-gate.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { isOpen, statusSchema } from './codes.ts';
import { leaving } from './list.ts';
import { restarted } from './run.ts';

/** Whether a referral can still be withdrawn: DECIDING while a decision may be undone, ENDED once it has gone another way. */
export type Withdrawable = 'YES' | 'WITHDRAWN' | 'DECIDING' | 'ENDED';

/** Says whether this case can be withdrawn as it stands: until it has ended, and from the waiting list too. */
export function withdrawable(theCase: Case): Withdrawable {
  if (theCase.status === 'WITHDRAWN') return 'WITHDRAWN';
  const isBeingTold = theCase.next === 'NOTIFY' && theCase.status !== 'ON_WAITING_LIST';
  if (!isOpen(theCase.status) || isBeingTold) return 'ENDED';
  // Of a status that a later release has stored only its functions know what withdrawing means: later, as when it is decided.
  const isKnown = statusSchema.safeParse(theCase.status).success;
  return theCase.task?.decision || !isKnown ? 'DECIDING' : 'YES';
}

/** Whether a withdrawal is a request first: the child has a place on a list, or support, that the family may want. */
export function mustBeAsked({ status }: Pick<Case, 'status'>): boolean {
  return status === 'ON_WAITING_LIST' || status === 'IN_SUPPORT';
}

/**
 * The case withdrawn by its referrer. Its tasks are closed, and its place on a list and its claim on the child are
 * free. The workflow is owed a wake-up that lets it tell people and end. Undefined when it cannot be withdrawn, or no
 * longer, and while the child has a place or support without what passed the closing gate.
 */
export function withdrawn(
  theCase: Case,
  moment: Moment,
  { reason, by, gate }: { readonly reason: string; readonly by: Actor; readonly gate?: ClosingGate | undefined },
): Case | undefined {
  if (withdrawable(theCase) !== 'YES' || (mustBeAsked(theCase) && !gate)) return undefined;
  const { task, list } = theCase;
  const left = leaving(theCase, moment, { why: 'WITHDRAWN', by });
  const next = applyChange(
    theCase,
    moment,
    {
      status: 'WITHDRAWN',
      outcome: 'WITHDRAWN',
      next: 'NOTIFY',
      task: null,
      ...left.patch,
      withdrawal: { at: moment.now, by, reason, ...(task ? { taskId: task.id } : {}) },
      outbox: owedToWorkflow(theCase),
    },
    {
      event: 'WITHDRAWN',
      by,
      text: reason,
      ...(task ? { task: task.id } : {}),
      ...(list ? { pathway: list.pathway } : {}),
    },
    ...left.events,
    ...(gate ? [closingChecked(gate, by)] : []),
  );
  const hasWorkflow = theCase.parked === null && theCase.next !== 'DONE';
  return hasWorkflow ? next : restarted(next, moment, MACHINE);
}

/** A start or a wake-up that has not been seen to arrive stays owed; only a workflow that waits for people needs a new one. */
export function owedToWorkflow({ outbox, task }: Case): Case['outbox'] {
  if (deliverable(outbox).length > 0 || !task?.token) return outbox;
  return [{ kind: 'WAKE', token: task.token }];
}
