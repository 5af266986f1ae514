import * as z from 'zod';
import { legalHoldLifted, legalHoldSet } from '#domain/case/legal-hold.ts';
import { actorSchema } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';

const schema = z.object({
  reference: z.string(),
  by: actorSchema,
  isLifted: z.boolean(),
  seen: z.string(),
  reason: reasonSchema,
});

/** SAME: someone changed it since the form was shown, or there is none to lift. */
export type LegalHoldResult =
  | { readonly kind: 'DONE' | 'SAME' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] };

interface LegalHoldDeps {
  readonly cases: CaseStore;
  readonly policy: Policy;
  readonly now: Now;
}

/** Holds a record back from erasure, or lifts that, with who said so and why. While it is held nothing of it is erased. */
export function setLegalHold(deps: LegalHoldDeps) {
  return async (typed: z.input<typeof schema>): Promise<LegalHoldResult> => {
    const read = readCommand(schema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, isLifted, ...said } = read.command;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      isLifted ? legalHoldLifted(current, moment, said) : legalHoldSet(current, moment, said),
    );
    return { kind: saved ? 'DONE' : 'SAME' };
  };
}
