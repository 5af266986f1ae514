import type { Log, Now, Workflow } from '#domain/ports/services.ts';
import { deliverable } from '#domain/process/outbox.ts';
import { type Moment, type Process, parked, restartedWhenDue } from '#domain/process/process.ts';
import { executionOf, isDone, type Run } from '#domain/process/run.ts';
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
}

/**
 * Does what is due for one aggregate. Settles a decision after its undo window, restarts a case that waited for a newer
 * definition, and delivers what its workflow is owed. Checks the workflow once it should have moved. Answers with the
 * aggregate as it was before that check.
 */
export async function sweepRun<Aggregate extends Run & { readonly version: number }>(
  deps: SweepRunDeps,
  { process, store }: SweptKind<Aggregate>,
  reference: string,
): Promise<Aggregate> {
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  const { current } = await changeAggregate(
    store,
    reference,
    (found) => process.settle(found, moment) ?? restartedWhenDue(process, found, moment),
  );
  const hasAnswered = await deliver(deps, process, current);
  const isLate = !isDone(current) && current.parked === null && current.moveBy <= moment.now;
  // One that has just answered lives, and may be too young to be described: Step Functions says so a little later.
  if (isLate && !hasAnswered) await checkWorkflow(deps, { process, store }, current, moment);
  return current;
}

/** Delivers what the workflow is owed; true when it has answered. */
async function deliver<A extends Run>(deps: SweepRunDeps, process: Process<A>, current: A): Promise<boolean> {
  let hasAnswered = false;
  for (const message of deliverable(current.outbox)) {
    hasAnswered =
      message.kind === 'START'
        ? (await deps.workflow.start(executionOf(current))) === 'STARTED'
        : await wake(deps, process, current, message.token);
  }
  return hasAnswered;
}

/** A token that is closed was used or has timed out: either way the workflow reads the aggregate at its next step. */
async function wake<A extends Run>(deps: SweepRunDeps, process: Process<A>, current: A, token: string) {
  const answer = process.answer(current, deps.now(), deps.policy);
  return answer.code !== 'PARK' && (await deps.workflow.wake(token, answer)) === 'WOKEN';
}

/** A running execution gets more time; one that ended, or never was, leaves its aggregate parked where people see it. */
async function checkWorkflow<A extends Run & { readonly version: number }>(
  deps: SweepRunDeps,
  { process, store }: SweptKind<A>,
  seen: A,
  moment: Moment,
): Promise<void> {
  const state = await deps.workflow.state(executionOf(seen));
  const { saved } = await changeAggregate(store, seen.reference, (current) => {
    if (current.version !== seen.version) return undefined;
    return state === 'RUNNING'
      ? process.change(current, moment, {})
      : parked(process, current, moment, `WORKFLOW_${state}`);
  });
  if (saved && state !== 'RUNNING') deps.log.error('case-parked', { reference: seen.reference, state });
}
