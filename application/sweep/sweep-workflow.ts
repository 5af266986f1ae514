import type { Log, Now, Workflow } from '#domain/ports/services.ts';
import { isWalkOver } from '#domain/process/compare-run.ts';
import { deliverable } from '#domain/process/outbox.ts';
import { type Moment, type Process, parked, restartedWhenDue } from '#domain/process/process.ts';
import { executionOf, isDone, type Run, type StepResult } from '#domain/process/run.ts';
import type { Policy } from '#domain/service/policy.ts';
import { type AggregateStore, changeAggregate } from '../change-case.ts';

export interface SweepRunDeps {
  readonly workflow: Workflow;
  readonly policy: Policy;
  readonly now: Now;
  readonly log: Log;
}

/** A kind of aggregate, with where it is kept. */
export interface SweptKind<Aggregate extends Run> {
  readonly process: Process<Aggregate>;
  readonly store: AggregateStore<Aggregate>;
  /** What a step would answer its workflow with. */
  readonly answer: (current: Aggregate) => Promise<StepResult>;
}

/**
 * Does what is due for one aggregate. Settles a decision after its undo window, restarts a case that waited for a newer
 * definition, and delivers what its workflow is owed. Checks the workflow once it should have moved. Answers with the
 * aggregate as it was before that check.
 */
export async function sweepRun<Aggregate extends Run & { readonly version: number }>(
  deps: SweepRunDeps,
  { process, store, answer }: SweptKind<Aggregate>,
  reference: string,
): Promise<Aggregate> {
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  const { current } = await changeAggregate(
    store,
    reference,
    (found) => process.settle(found, moment) ?? restartedWhenDue(process, found, moment),
  );
  const hasAnswered = await deliver(deps, answer, current);
  const isLate = !isDone(current) && current.parked === null && current.moveBy <= moment.now;
  // One that has just answered lives, and may be too young to be described: Step Functions says so a little later.
  if (isLate && !hasAnswered) await checkWorkflow(deps, { process, store }, current, moment);
  return current;
}

/** Delivers what the workflow is owed; true when it has answered. */
async function deliver<A extends Run>(
  deps: SweepRunDeps,
  answer: SweptKind<A>['answer'],
  current: A,
): Promise<boolean> {
  let hasAnswered = false;
  for (const message of deliverable(current.outbox)) {
    hasAnswered =
      message.kind === 'START'
        ? (await deps.workflow.start(executionOf(current))) === 'STARTED'
        : await wake(deps, await answer(current), message.token);
  }
  return hasAnswered;
}

/** A token that is closed was used or has timed out: either way the workflow reads the aggregate at its next step. */
async function wake({ workflow }: SweepRunDeps, answer: StepResult, token: string) {
  return answer.code !== 'PARK' && (await workflow.wake(token, answer)) === 'WOKEN';
}

/** A running execution gets more time; one that ended, or never was, leaves its aggregate parked where people see it. */
async function checkWorkflow<A extends Run & { readonly version: number }>(
  deps: SweepRunDeps,
  { process, store }: Pick<SweptKind<A>, 'process' | 'store'>,
  seen: A,
  moment: Moment,
): Promise<void> {
  const state = await deps.workflow.state(executionOf(seen));
  // The reconciler stops the workflow of such a walk. No one is to be woken for it: its record goes in a few nights.
  const isLeft = state === 'RUNNING' || isWalkOver(seen, moment.now);
  const { saved } = await changeAggregate(store, seen.reference, (current) => {
    if (current.version !== seen.version) return undefined;
    return isLeft ? process.change(current, moment, {}) : parked(process, current, moment, `WORKFLOW_${state}`);
  });
  if (saved && !isLeft) deps.log.error('case-parked', { reference: seen.reference, state });
}
