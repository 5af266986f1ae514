import { type ConfiguredCanary, teamFor } from '#domain/canary/team.ts';
import type { Case, Decision } from '#domain/case/case.ts';
import { decisionOn, decisionRecorded, openTaskFor } from '#domain/case/decide.ts';
import { readBefore } from '#domain/case/involvement.ts';
import type { Now } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';
import { changeCase } from '../change-case.ts';
import type { CommandProblem } from '../command.ts';
import { isAgainst } from './against.ts';
import { decisionContext } from './decision-context.ts';
import type { DecisionFault } from './decision-faults.ts';
import { duplicateOfEnded } from './duplicate-of-ended.ts';
import { readDecision } from './read-decision.ts';
import type { TellSecond } from './tell-second.ts';
import type { DecisionCommand } from './typed-decision.ts';

export type DecisionResult =
  | { readonly kind: 'RECORDED'; readonly decision: Decision }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<DecisionFault>[] }
  /** Someone else was first: this is what they decided. */
  | { readonly kind: 'ALREADY'; readonly decision: Decision }
  /** The task is gone without a decision, or was given to others, also while this person decided. */
  | { readonly kind: 'CLOSED' };

export type RecordDecision = (typed: DecisionCommand) => Promise<DecisionResult>;

/**
 * Records one person's decision on an open task. Of any number of people exactly one wins, by one conditional write.
 * The others learn what was decided. It stands once the undo window has passed.
 */
export function recordDecision(
  deps: {
    cases: CaseStore;
    now: Now;
    policy: Policy;
    tellSecond: TellSecond;
    access: Pick<AccessStore, 'readingsOf'>;
  } & TeamDeps & { readonly config: ConfiguredCanary },
): RecordDecision {
  return async (typed) => {
    const { reference, taskId, person } = typed;
    const current = await deps.cases.readCase(reference);
    const task = current && openTaskFor(current, taskId, person);
    if (!current || !task) return closed(deps.cases, typed);
    const check = await deps.cases.readCheck(reference, current.checks);
    const held = {
      team: teamFor(current, await readTeam(deps)(), deps.config),
      policy: deps.policy,
      now: deps.now(),
      theCase: current,
    };
    const read = readDecision(typed, task.kind, decisionContext(held, check));
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const ended = await duplicateOfEnded(deps.cases, current, read.decided.outcome);
    if (ended) return { kind: 'INVALID', problems: [ended] };
    const involvement = {
      read: readBefore(await deps.access.readingsOf(reference), person, read.decided.meeting !== undefined),
      against: isAgainst(read.decided.outcome, check?.triageRecommendation ?? null),
    };
    const decided = { ...read.decided, involvement };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const record = (theCase: Case): Case | undefined => {
      const open = openTaskFor(theCase, taskId, person);
      return open && decisionRecorded(theCase, open, moment, decided, deps.policy.undoMinutes);
    };
    const { theCase, saved } = await changeCase(deps.cases, reference, record, taskId);
    const decision = decisionOn(theCase, taskId);
    // Where this fails, the sweeper tells them before the decision stands.
    if (saved) await deps.tellSecond(theCase).catch(() => undefined);
    return saved && decision ? { kind: 'RECORDED', decision } : closed(deps.cases, typed);
  };
}

/** What was decided may stand in a sealed part by now. */
async function closed(cases: CaseStore, typed: DecisionCommand): Promise<DecisionResult> {
  const theCase = await cases.readWholeCase(typed.reference);
  const decision = theCase && decisionOn(theCase, typed.taskId);
  return decision ? { kind: 'ALREADY', decision } : { kind: 'CLOSED' };
}
