import { intake } from '#domain/case/intake.ts';
import { restarted as caseRestarted } from '#domain/case/run.ts';
import { type Actor, MACHINE } from '#domain/people/actor.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { type Moment, parked, type Recorder, restarted } from '#domain/process/process.ts';
import { executionName, type Machine, type Run } from '#domain/process/run.ts';
import { supportProcess } from '#domain/support/change.ts';
import { type AggregateStore, type Change, casesAsAggregates, changeAggregate } from '../change-case.ts';
import { supportsAsAggregates } from '../support/support-store.ts';

/** How an aggregate is parked and restarted, whichever machine it lives in. */
export interface Operations {
  /** Parked, if it is in this execution: a late try of an earlier run must not park the one that took over. */
  readonly park: (reference: string, execution: string, moment: Moment, why: string) => Promise<Change<Run>>;
  /** With a new workflow owed in place of the one that it has, if it has not changed since it was seen. Whoever waits, waits on. */
  readonly replace: (
    seen: Pick<Run, 'reference'> & { readonly version: number },
    moment: Moment,
  ) => Promise<Change<Run>>;
  /** With a new workflow owed, if it was parked. */
  readonly restart: (reference: string, moment: Moment, by: Actor, text?: string) => Promise<Change<Run>>;
}

/** What an operator, or the execution itself, may do to what lives in each machine. */
export function operationsOf(deps: { cases: CaseStore; supports: SupportStore }): Record<Machine, Operations> {
  return {
    intake: operationsOn(casesAsAggregates(deps.cases), intake, caseRestarted),
    support: operationsOn(supportsAsAggregates(deps.supports), supportProcess, (support, moment, by, text) =>
      restarted(supportProcess, support, moment, by, text),
    ),
  };
}

function operationsOn<A extends Run & { readonly version: number }>(
  store: AggregateStore<A>,
  recorder: Recorder<A>,
  restart: (current: A, moment: Moment, by: Actor, text?: string) => A,
): Operations {
  return {
    park: (reference, execution, moment, why) =>
      changeAggregate(store, reference, (found) =>
        executionName(found) === execution ? parked(recorder, found, moment, why) : undefined,
      ),
    replace: ({ reference, version }, moment) =>
      changeAggregate(store, reference, (found) =>
        found.version === version && !found.parked ? restart(found, moment, MACHINE) : undefined,
      ),
    restart: (reference, moment, by, text) =>
      changeAggregate(store, reference, (found) => (found.parked ? restart(found, moment, by, text) : undefined)),
  };
}
