import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { askedAmong, askedTask } from './claim-task.ts';
import type { TaskKind } from './codes.ts';

/** The kinds of task that staff do; of one of a later release only its functions know. */
const ofStaff: ReadonlySet<string> = new Set(['TRIAGE', 'DUPLICATE', 'SUSPICIOUS'] satisfies TaskKind[]);

/**
 * Asks the open task of these members of staff alone. The same write makes the links of all others invalid. Undefined
 * where it is so already, and where no member of staff is asked anything.
 */
export function askedOf(theCase: Case, moment: Moment, recipients: readonly string[]): Case | undefined {
  const { task } = theCase;
  if (!task || task.decision || !ofStaff.has(task.kind)) return undefined;
  const to = askedAmong(task, recipients);
  const isSame = task.recipients.length === to.length && to.every((one) => task.recipients.includes(one));
  if (isSame) return undefined;
  return applyChange(
    theCase,
    moment,
    { task: askedTask(task, to), moveBy: theCase.moveBy },
    { event: 'TASK_REASSIGNED', by: MACHINE, task: task.id, to },
  );
}
