import * as z from 'zod';
import { personActor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { machineSchema } from '#domain/process/run.ts';
import type { Policy } from '#domain/service/policy.ts';
import { operationsOf } from './operations.ts';

const restartSchema = z.strictObject({
  reference: z.string().trim().min(1),
  /** The operator, as they name themselves. */
  by: z.string().trim().min(1),
  /** `support` for what follows the list; without it, the case. */
  machine: machineSchema.default('intake'),
});

/**
 * Gives a parked case, or a parked support, a new workflow, which takes it up where it stands. For operators, who name themselves; what is
 * not parked is left as it is. The sweeper starts the workflow within a minute. Throws the error of zod for a malformed command.
 */
export function restartCase(deps: {
  cases: CaseStore;
  supports: SupportStore;
  policy: Policy;
  now: Now;
}): (command: unknown) => Promise<{ restarted: boolean; run: number }> {
  return async (command) => {
    const { reference, by, machine } = restartSchema.parse(command);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const operator = personActor(by, by, 'operator');
    const { current, saved } = await operationsOf(deps)[machine].restart(reference, moment, operator);
    return { restarted: saved, run: current.run };
  };
}
