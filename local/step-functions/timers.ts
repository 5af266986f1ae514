import { TIMEOUT } from './errors.ts';
import type { Draft, Execution } from './execution.ts';
import { lambdaDetails, record } from './history.ts';
import { endBadly } from './interpreter/finish.ts';

/** Whether a timer of the execution is due; until it is fired no answer to a task counts. */
export function isDue({ wakeAt, deadlineAt }: Execution, at: number): boolean {
  return (wakeAt !== null && wakeAt <= at) || (deadlineAt !== null && deadlineAt <= at);
}

/** Lets the timers of one execution that are due at an instant take effect; false when none was. */
export function fireTimers(draft: Draft, at: number): boolean {
  const { deadlineAt, wakeAt } = draft.execution;
  const late = deadlineAt !== null && deadlineAt <= at && (wakeAt === null || deadlineAt <= wakeAt);
  if (late) endBadly(draft, at, 'TIMED_OUT', { error: TIMEOUT });
  else if (wakeAt !== null && wakeAt <= at) wake(draft, at);
  else return false;
  return true;
}

function wake(draft: Draft, at: number): void {
  const { execution } = draft;
  const { position } = execution;
  execution.wakeAt = null;
  if (position.phase === 'SLEEPING') execution.position = { phase: 'SUCCEEDED', result: null };
  if (position.phase === 'RETRYING') execution.position = { phase: 'READY' };
  if (position.phase !== 'INVOKING' && position.phase !== 'PARKED') return;
  const failure = { error: TIMEOUT, cause: '' };
  record(draft, at, 'TaskTimedOut', { ...lambdaDetails(position.token), error: TIMEOUT });
  execution.position = { phase: 'FAILED', failure };
}
