import { recordDecision } from './record-decision.ts';
import { undoDecision } from './undo-decision.ts';

type Deps = Parameters<typeof recordDecision>[0] & Parameters<typeof undoDecision>[0];

/** What staff can do about a task that asks for a decision. */
export function doDecisions(deps: Deps) {
  return { recordDecision: recordDecision(deps), undoDecision: undoDecision(deps) };
}

export type DoDecisions = ReturnType<typeof doDecisions>;
