import * as z from 'zod';
import type { Actor } from '#domain/people/actor.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { CaseNotFound, errorName } from '#domain/problems/errors.ts';
import { machineSchema } from '#domain/process/run.ts';
import type { Policy } from '#domain/service/policy.ts';
import { isReference } from '#domain/values/reference.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';
import { inLanes } from '../sweep/in-lanes.ts';
import { operationsOf } from './operations.ts';

const AT_ONCE = 10;

const restartSchema = z.object({ references: z.array(z.string()), reason: reasonSchema });
export type RestartCommand = z.input<typeof restartSchema>;

/** What became of one: NOT_PARKED: someone was first, or it moves by itself. FAILED: it stays as it was. */
export interface RestartedOne {
  readonly reference: string;
  readonly result: 'RESTARTED' | 'NOT_PARKED' | 'UNKNOWN' | 'FAILED';
  /** The name of the error, of one that failed. */
  readonly error?: string;
}

export type RestartResult =
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] }
  | { readonly kind: 'DONE'; readonly results: readonly RestartedOne[] };

/**
 * Gives each of these that is parked, a case or what follows its list, a new workflow from its record. Answers with what became
 * of each, and one that fails keeps no other. Who did it and why stand in each history. Twice is as once.
 */
export function restartParked(deps: {
  cases: CaseStore;
  supports: SupportStore;
  policy: Policy;
  now: Now;
  log: Log;
}): (typed: RestartCommand, by: Actor) => Promise<RestartResult> {
  return async (typed, by) => {
    const read = readCommand(restartSchema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { references, reason } = read.command;
    const operations = operationsOf(deps);
    const restart = async (reference: string): Promise<RestartedOne> => {
      if (!isReference(reference)) return { reference, result: 'UNKNOWN' };
      try {
        const moment = { now: deps.now(), policyVersion: deps.policy.version };
        let isRestarted = false;
        for (const machine of machineSchema.options) {
          const isThere = machine === 'intake' || (await deps.supports.readSupport(reference)) !== undefined;
          if (isThere && (await operations[machine].restart(reference, moment, by, reason)).saved) isRestarted = true;
        }
        return { reference, result: isRestarted ? 'RESTARTED' : 'NOT_PARKED' };
      } catch (error) {
        if (error instanceof CaseNotFound) return { reference, result: 'UNKNOWN' };
        deps.log.error('restart-failed', { reference, error: errorName(error) });
        return { reference, result: 'FAILED', error: errorName(error) };
      }
    };
    const all = [...new Set(references)];
    const done = await inLanes(all, AT_ONCE, new AbortController().signal, restart);
    return { kind: 'DONE', results: done.flatMap(({ result }) => result ?? []) };
  };
}
