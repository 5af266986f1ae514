import type { Draft, Failure, Status } from '../execution.ts';
import { record } from '../history.ts';
import type { JsonObject } from '../json.ts';

function end(draft: Draft, at: number, status: Status): void {
  Object.assign(draft.execution, { status, stoppedAt: at, wakeAt: null, deadlineAt: null });
  draft.execution.position = { phase: 'ENDED' };
}

export function succeed(draft: Draft, at: number, output: string): void {
  record(draft, at, 'ExecutionSucceeded', { output, outputDetails: { truncated: false } });
  draft.execution.output = output;
  end(draft, at, 'SUCCEEDED');
}

const ENDINGS = { FAILED: 'ExecutionFailed', ABORTED: 'ExecutionAborted', TIMED_OUT: 'ExecutionTimedOut' } as const;

export function endBadly(draft: Draft, at: number, status: keyof typeof ENDINGS, failure: Partial<Failure>): void {
  const details: JsonObject = {};
  if (failure.error !== undefined) details.error = failure.error;
  if (failure.cause !== undefined) details.cause = failure.cause;
  record(draft, at, ENDINGS[status], details);
  draft.execution.failure = failure;
  end(draft, at, status);
}
