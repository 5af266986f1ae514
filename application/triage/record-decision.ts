import type { Case, Decision } from '#domain/case/case.ts';
import { decisionOn, decisionRecorded, openTaskFor } from '#domain/case/decide.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Problem } from '#domain/problems/problems.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { decisionProblems, type TypedDecision } from './decision-problems.ts';

/** A decision as it was typed; `person` is the id of who is signed in, whatever name they sign with. */
export interface DecisionInput extends TypedDecision {
  readonly reference: string;
  readonly taskId: string;
  readonly person: string;
}

export type DecisionResult =
  | { readonly kind: 'RECORDED'; readonly decision: Decision }
  | { readonly kind: 'INVALID'; readonly problems: readonly Problem[] }
  /** Someone else was first: this is what they decided. */
  | { readonly kind: 'ALREADY'; readonly decision: Decision }
  /** The task is gone without a decision, or was given to others, also while this person decided. */
  | { readonly kind: 'CLOSED' };

/**
 * Records one person's decision on an open task. Of any number of people exactly one wins, by one conditional write.
 * The others learn what was decided. It stands once the undo window has passed.
 */
export function recordDecision(deps: {
  cases: CaseStore;
  now: Now;
  policy: Policy;
}): (input: DecisionInput) => Promise<DecisionResult> {
  return async ({ reference, taskId, person, ...raw }) => {
    const current = await deps.cases.readCase(reference);
    const task = current && openTaskFor(current, taskId, person);
    if (!current || !task) return closed(deps.cases, reference, taskId);
    const typed = trimmed(raw);
    const check = await deps.cases.readCheck(reference, current.checks);
    const problems = decisionProblems(task.kind, typed, check?.triageRecommendation ?? null);
    if (problems.length > 0) return { kind: 'INVALID', problems };
    const by = personActor(person, typed.deciderName, typed.deciderRole);
    const decided = { outcome: typed.outcome, reason: typed.reason, by };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const record = (theCase: Case): Case | undefined => {
      const open = openTaskFor(theCase, taskId, person);
      return open && decisionRecorded(theCase, open, moment, decided, deps.policy.undoMinutes);
    };
    const { theCase, saved } = await changeCase(deps.cases, reference, record, taskId);
    const decision = decisionOn(theCase, taskId);
    return saved && decision ? { kind: 'RECORDED', decision } : closed(deps.cases, reference, taskId);
  };
}

/** What was decided may stand in a sealed part by now. */
async function closed(cases: CaseStore, reference: string, taskId: string): Promise<DecisionResult> {
  const theCase = await cases.readWholeCase(reference);
  const decision = theCase && decisionOn(theCase, taskId);
  return decision ? { kind: 'ALREADY', decision } : { kind: 'CLOSED' };
}

function trimmed(raw: TypedDecision): TypedDecision {
  return {
    outcome: raw.outcome.trim(),
    reason: raw.reason.trim(),
    deciderName: raw.deciderName.trim(),
    deciderRole: raw.deciderRole.trim(),
  };
}
