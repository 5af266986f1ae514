import * as z from 'zod';
import { restarted } from '#domain/case/run.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';

const restartSchema = z.strictObject({
  reference: z.string().trim().min(1),
  /** The operator, as they name themselves. */
  by: z.string().trim().min(1),
});

/**
 * Gives a parked case a new workflow, which takes it up where it stands. For operators, who name themselves; a case that is
 * not parked is left as it is. The sweeper starts the workflow within a minute. Throws the error of zod for a malformed command.
 */
export function restartCase(deps: {
  cases: CaseStore;
  policy: Policy;
  now: Now;
}): (command: unknown) => Promise<{ restarted: boolean; run: number }> {
  return async (command) => {
    const { reference, by } = restartSchema.parse(command);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, reference, (current) =>
      current.parked ? restarted(current, moment, personActor(by, by, 'operator')) : undefined,
    );
    return { restarted: saved, run: theCase.run };
  };
}
