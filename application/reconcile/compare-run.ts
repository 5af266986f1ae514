import type { ExecutionControl } from '#domain/ports/executions.ts';
import type { WrongItem } from '#domain/ports/reconciler-stores.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { CaseNotFound } from '#domain/problems/errors.ts';
import { executionShould, tokenWaited, waitsInVain } from '#domain/process/compare-run.ts';
import { executionName, executionOf, machineSchema, type Run } from '#domain/process/run.ts';
import type { Policy } from '#domain/service/policy.ts';
import { operationsOf } from '../operations/operations.ts';

export interface CompareRunDeps {
  readonly cases: CaseStore;
  readonly supports: SupportStore;
  readonly executions: ExecutionControl;
  readonly policy: Policy;
  readonly now: Now;
}

type Seen = Run & { readonly version: number };

/** Whether it takes a look at Step Functions to tell how this run stands. */
export function needsLook(run: Seen, now: string): boolean {
  return executionShould(run, now) !== undefined;
}

/**
 * What is wrong between a case or a support and its execution. One that was stopped or never was, or that waits for nothing, gives way
 * to a new one, which takes the record up where it stands. One that outlived its case is stopped. A case whose execution ended by
 * itself is parked, as the sweeper would do later: what ended it may end the next. Throws `Transient` where Step Functions is out
 * of reach.
 */
export function compareRun(deps: CompareRunDeps) {
  const operations = operationsOf(deps);
  return async (seen: Seen): Promise<WrongItem | undefined> => {
    const should = executionShould(seen, deps.now());
    const machine = machineSchema.safeParse(seen.machine).data;
    if (should === undefined || machine === undefined) return undefined;
    const execution = executionOf(seen);
    const standing = await deps.executions.standing(execution);
    const named = { reference: seen.reference, item: machine === 'intake' ? 'CASE' : 'SUPPORT' };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const replaced = async () => (await unlessGone(operations[machine].replace(seen, moment))) ?? false;
    if (should === 'HAVE_ENDED') {
      if (standing !== 'RUNNING') return undefined;
      const stopped = () => deps.executions.stop(execution).then(() => true);
      return { ...named, fault: 'STILL_RUNS', putRight: stopped };
    }
    if (standing === 'ENDED') {
      const park = () => operations[machine].park(seen.reference, executionName(seen), moment, 'WORKFLOW_ENDED');
      return { ...named, fault: 'WORKFLOW_ENDED', putRight: async () => (await unlessGone(park())) ?? false };
    }
    if (standing !== 'RUNNING') return { ...named, fault: 'NO_WORKFLOW', putRight: replaced };
    const token = tokenWaited(seen);
    const isDead = token !== undefined && !(await deps.executions.isAwaited(token));
    const vain = waitsInVain(seen) ?? (isDead ? 'DEAD_TOKEN' : undefined);
    if (vain === undefined) return undefined;
    // The record first: cut off in between, the old one finds that it was overtaken.
    const instead = async () => (await replaced()) && (await deps.executions.stop(execution).then(() => true));
    return { ...named, fault: vain, putRight: instead };
  };
}

/** Whether it was saved; undefined of what was erased meanwhile. */
async function unlessGone(changed: Promise<{ readonly saved: boolean }>): Promise<boolean | undefined> {
  try {
    return (await changed).saved;
  } catch (error) {
    if (error instanceof CaseNotFound) return undefined;
    throw error;
  }
}
