import { RUNTIME } from './errors.ts';
import type { Draft } from './execution.ts';
import { EVENT_LIMIT } from './history.ts';
import { endBadly } from './interpreter/finish.ts';

/** AWS ends an execution whose history is full; its last event says so. */
export function withinLimit(draft: Draft): void {
  const { execution } = draft;
  const over = execution.lastEventId - EVENT_LIMIT;
  if (over < 0 || (over === 0 && execution.position.phase === 'ENDED')) return;
  draft.events = draft.events.filter((event) => event.id < EVENT_LIMIT);
  execution.lastEventId = EVENT_LIMIT - 1;
  execution.output = null;
  const at = (draft.events.at(-1)?.timestamp ?? 0) * 1000 || execution.state.enteredAt;
  const cause = `The execution reached the maximum number of history events (${EVENT_LIMIT}).`;
  endBadly(draft, at, 'FAILED', { error: RUNTIME, cause });
}
