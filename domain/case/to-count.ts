import type { Moment } from '../process/process.ts';
import type { Case, Decision, Task } from './case.ts';
import { applyChange } from './change.ts';
import { sameAs } from './same-as.ts';

/** What else changes when this decision takes effect: one of triage is to be counted, in the same write. */
export function toCount(theCase: Case, { now }: Moment, task: Task, decision: Decision): Partial<Case> {
  // A duplicate is decided where the other referral is.
  if (task.kind !== 'TRIAGE' || sameAs(decision) !== undefined) return {};
  const against = decision.involvement?.against ?? null;
  const settled = { taskId: task.id, at: now, outcome: decision.outcome, against };
  return { toCount: [...(theCase.toCount ?? []), settled] };
}

/** Since when a decision is to be counted; undefined where each is. */
export function toCountSince(theCase: Pick<Case, 'toCount'>): string | undefined {
  return theCase.toCount?.at(0)?.at;
}

/** The case once these decisions are counted, by task; undefined when it owes none of them. */
export function decisionsCounted(theCase: Case, moment: Moment, tasks: readonly string[]): Case | undefined {
  const { toCount: owed = [], ...rest } = theCase;
  const left = owed.filter(({ taskId }) => !tasks.includes(taskId));
  if (left.length === owed.length) return undefined;
  const { moveBy } = theCase;
  return applyChange(rest, moment, { moveBy, ...(left.length > 0 ? { toCount: left } : {}) });
}
