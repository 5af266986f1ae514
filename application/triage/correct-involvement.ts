import * as z from 'zod';
import { involvementCorrected, READ_BEFORE } from '#domain/case/involvement.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';

const correctionSchema = z.object({
  reference: z.string(),
  taskId: z.string(),
  read: z.array(z.enum(READ_BEFORE)),
  reason: reasonSchema,
});

export type CorrectionResult =
  | { readonly kind: 'CORRECTED' | 'NOT_THEIRS' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] };

/** Corrects what is recorded of how someone decided, with the reason, for the person who did. What was recorded is kept. */
export function correctInvolvement(deps: {
  cases: CaseStore;
  now: Now;
  policy: Policy;
}): (by: Actor, typed: z.input<typeof correctionSchema>) => Promise<CorrectionResult> {
  return async (by, typed) => {
    const read = readCommand(correctionSchema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, read.command.reference, (current) =>
      involvementCorrected(current, moment, { ...read.command, by }),
    );
    return { kind: saved ? 'CORRECTED' : 'NOT_THEIRS' };
  };
}
