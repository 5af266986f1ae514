import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { DEFINITION_TOO_OLD, machineSchema, type StepResult } from '#domain/process/run.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { StepInput } from '../step-input.ts';
import { operationsOf } from './operations.ts';

/**
 * Parks a case or a support for an operator under the name of what went wrong; it, what people are asked and their links stay as
 * they are.
 */
export function parkCase(deps: {
  cases: CaseStore;
  supports: SupportStore;
  policy: Policy;
  now: Now;
}): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId, executionName: name, error, machine = 'intake' }) => {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { park } = operationsOf(deps)[machineSchema.parse(machine)];
    const { current } = await park(referralId, name, moment, error ?? DEFINITION_TOO_OLD);
    return { code: current.parked ? 'PARK' : current.next, waitSeconds: 60 };
  };
}
