import { parked } from '#domain/case/run.ts';
import { stepResult } from '#domain/case/waiting.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { StepResult } from '#domain/process/run.ts';
import { DEFINITION_TOO_OLD, executionName } from '#domain/process/run.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import type { StepInput } from '../step-input.ts';

/** Parks a case for an operator under the name of what went wrong; the case, its task and its links stay as they are. */
export function parkCase(deps: {
  cases: CaseStore;
  policy: Policy;
  now: Now;
}): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId, executionName: name, error }) => {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase } = await changeCase(deps.cases, referralId, (current) =>
      // A late try of an earlier run must not park the one that took over.
      executionName(current) === name ? parked(current, moment, error ?? DEFINITION_TOO_OLD) : undefined,
    );
    return stepResult(theCase, deps.now(), deps.policy);
  };
}
