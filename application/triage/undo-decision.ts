import * as z from 'zod';
import type { Decision } from '#domain/case/case.ts';
import { decisionMark, decisionOn, decisionUndone, mayUndo } from '#domain/case/decide.ts';
import { actorSchema } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';

/** `mark` says which decision they saw; without it, whichever stands. */
const undoSchema = z.object({
  reference: z.string(),
  taskId: z.string(),
  by: actorSchema,
  mark: z.string().optional(),
});

export type UndoResult =
  | { readonly kind: 'UNDONE' }
  | { readonly kind: 'TOO_LATE'; readonly decision: Decision }
  /** Another decision was made since they looked: theirs to read first. */
  | { readonly kind: 'DECIDED_AGAIN'; readonly decision: Decision }
  /** Neither did they decide, nor are they still asked to. */
  | { readonly kind: 'NOT_THEIRS' }
  | { readonly kind: 'NOTHING' };

/**
 * Takes a decision back while its undo window is open, for those who may undo it. Settling and undoing have one winner,
 * and the result says which. Never takes back a decision that they have not seen.
 */
export function undoDecision(deps: {
  cases: CaseStore;
  now: Now;
  policy: Policy;
}): (command: z.input<typeof undoSchema>) => Promise<UndoResult> {
  return async (command) => {
    const { reference, taskId, by, mark } = undoSchema.parse(command);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      current.task?.id === taskId && !isOther(current.task.decision, mark)
        ? decisionUndone(current, moment, by)
        : undefined,
    );
    if (saved) return { kind: 'UNDONE' };
    const theCase = await deps.cases.readWholeCase(reference);
    const decision = theCase && decisionOn(theCase, taskId);
    const task = theCase?.task?.id === taskId ? theCase.task : undefined;
    if (task?.decision && !mayUndo(task, by)) return { kind: 'NOT_THEIRS' };
    if (!decision) return { kind: 'NOTHING' };
    return { kind: isOther(decision, mark) ? 'DECIDED_AGAIN' : 'TOO_LATE', decision };
  };
}

/** Whether this is another decision than the marked one; no decision is none. */
function isOther(decision: Decision | undefined, mark: string | undefined): boolean {
  return decision !== undefined && mark !== undefined && decisionMark(decision) !== mark;
}
