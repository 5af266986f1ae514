import type { Actor } from '../people/actor.ts';
import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { ClosingReason } from '../support/closing-reasons.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { restarted } from './run.ts';
import { owedToWorkflow } from './withdraw.ts';

/** The outcome of a case whose support a member of staff closed. */
export const SUPPORT_CLOSED = 'SUPPORT_CLOSED';

/** What is known of a support that was closed: why, by whom, and which kind of support it was. */
export interface ClosedSupport {
  readonly why: ClosingReason;
  readonly by: Actor;
  readonly pathway: string;
}

/** Whether people are told that support has ended, as someone closed it. */
export function endedWithSupport({ status, outcome }: Pick<Case, 'status' | 'outcome'>): boolean {
  return status === 'CLOSED' && outcome === SUPPORT_CLOSED;
}

/** The case once its support was closed: people are told, and it ends. Undefined where it has ended already. */
export function closedWithSupport(theCase: Case, moment: Moment, closed: ClosedSupport): Case | undefined {
  if (theCase.status !== 'IN_SUPPORT') return undefined;
  const { why, by } = closed;
  const ending = { status: 'CLOSED', outcome: SUPPORT_CLOSED, next: 'NOTIFY', task: null } as const;
  // It has ended with the support, which needs no second end.
  const toSupport = theCase.toSupport && { ...theCase.toSupport, endedAt: moment.now };
  const patch = {
    ...{
      ...ending,
      closed: { ...closed, at: moment.now, outcomeBefore: theCase.outcome },
      outbox: owedToWorkflow(theCase),
    },
    ...(toSupport && { toSupport }),
  };
  const ended = applyChange(theCase, moment, patch, { event: 'SUPPORT_CLOSED', by, why });
  return theCase.parked === null && theCase.next !== 'DONE' ? ended : restarted(ended, moment, MACHINE);
}
