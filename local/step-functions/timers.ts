import { TIMEOUT } from './errors.ts';
import type { Draft } from './execution.ts';
import { lambdaDetails, record } from './history.ts';
import { endBadly } from './interpreter/finish.ts';

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
