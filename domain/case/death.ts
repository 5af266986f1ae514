import { placeOf } from '../lists/place.ts';
import { type Actor, MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { leaving } from './list.ts';
import { restarted } from './run.ts';
import { owedToWorkflow } from './withdraw.ts';

/** Why a notice was not sent, a task ended and a record is kept, as a code. */
export const CHILD_HAS_DIED = 'CHILD_HAS_DIED';

/** Whether it is recorded that the child has died. From then on no machine sends anything about the case. */
export function hasDied({ death }: Pick<Case, 'death'>): boolean {
  return death !== undefined;
}

/**
 * The case once someone recorded that the child has died. Its task, its place on a list and its hand-over end, and its
 * workflow ends without telling anyone. It is kept from being erased. How it stood before is kept too, so that a mistake
 * can be undone. `reason`: how it is known, where a page asks for it. Undefined when it was recorded before.
 */
export function deathRecorded(theCase: Case, moment: Moment, by: Actor, reason?: string): Case | undefined {
  if (theCase.death) return undefined;
  const { handOver: _ended, ...rest } = theCase;
  const { status, outcome, next, list } = theCase;
  const hasWorkflow = theCase.parked === null && next !== 'DONE';
  const left = leaving(theCase, moment, { why: 'DIED', by });
  const patch = {
    status: 'WITHDRAWN',
    outcome: 'WITHDRAWN',
    next: hasWorkflow ? 'NOTIFY' : 'DONE',
    task: null,
    ...left.patch,
    parked: null,
    outbox: hasWorkflow ? owedToWorkflow(theCase) : [],
    death: { at: moment.now, by, before: { status, outcome, next, list } },
    // A hold that someone set is kept with its reason: it stands also once the death is undone.
    legalHold: theCase.legalHold ?? { since: moment.now, why: CHILD_HAS_DIED },
  } as const;
  const said = reason === undefined ? {} : { text: reason };
  return applyChange(rest, moment, patch, { event: 'DEATH_RECORDED', by, ...said }, ...left.events);
}

/**
 * The case as it stood before, with a new workflow where it had something left to do. A task is opened anew, so people are
 * asked again. Undefined when nothing was recorded.
 */
export function deathUndone(
  theCase: Case,
  moment: Moment,
  { reason, by }: { readonly reason: string; readonly by: Actor },
): Case | undefined {
  const { death, untold, legalHold, ...others } = theCase;
  if (!death) return undefined;
  const rest = legalHold === undefined || legalHold.why === CHILD_HAS_DIED ? others : { ...others, legalHold };
  // What came due meanwhile is due now.
  const telling = untold === CHILD_HAS_DIED ? { tellFamilyAt: moment.now } : untold === undefined ? {} : { untold };
  const { list } = death.before;
  const returned = list ? [{ event: 'LIST_RETURNED', by, place: placeOf(list) } as const] : [];
  const undone = { event: 'DEATH_UNDONE', by, text: reason } as const;
  const back = applyChange(rest, moment, { ...death.before, ...telling }, undone, ...returned);
  // Also where the workflow before may still be woken: it finds the case as it stands, and each task is opened once.
  return death.before.next === 'DONE' ? { ...back, outbox: [] } : restarted(back, moment, MACHINE);
}
