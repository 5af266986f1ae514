import type { Draft, Execution } from './execution.ts';
import { isMoving } from './moving.ts';
import { withinLimit } from './store-limit.ts';

/** The columns of an execution that change, in the order of the statements. */
export type Changing = [string, number | null, number | null, number | null, number, string];

/** A draft as text, so that what cannot be written fails alone and before any transaction. */
export interface Prepared {
  draft: Draft;
  columns: Changing;
  /** undefined: nothing has happened. */
  events: string | undefined;
}

export function prepare(draft: Draft): Prepared {
  withinLimit(draft);
  const { execution, events } = draft;
  return { draft, columns: changing(execution), events: events.length > 0 ? JSON.stringify(events) : undefined };
}

/** The document holds what has no column of its own. */
function changing(execution: Execution): Changing {
  const { arn, machineArn, name, version, status, startedAt, stoppedAt, wakeAt, deadlineAt, ...doc } = execution;
  return [status, stoppedAt, wakeAt, deadlineAt, isMoving(execution) ? 1 : 0, JSON.stringify(doc)];
}
