import { correctInvolvement } from './correct-involvement.ts';
import { recordDecision } from './record-decision.ts';
import { sayIfSameChild } from './say-if-same-child.ts';
import { tellSecond } from './tell-second.ts';
import { undoDecision } from './undo-decision.ts';

type Deps = Omit<Parameters<typeof recordDecision>[0], 'tellSecond'> &
  Parameters<typeof undoDecision>[0] &
  Parameters<typeof sayIfSameChild>[0] &
  Parameters<typeof tellSecond>[0];

/** What staff can do about a task that asks for a decision. */
export function doDecisions(deps: Deps) {
  return {
    recordDecision: recordDecision({ ...deps, tellSecond: tellSecond(deps) }),
    undoDecision: undoDecision(deps),
    sayIfSameChild: sayIfSameChild(deps),
    correctInvolvement: correctInvolvement(deps),
  };
}

export type DoDecisions = ReturnType<typeof doDecisions>;
