import * as z from 'zod';
import { familyEmailAllowed, familyEmailStopped } from '#domain/case/no-family-email.ts';
import { actorSchema } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';

const familyEmailSchema = z.object({
  reference: z.string(),
  by: actorSchema,
  isAllowed: z.boolean(),
  reason: reasonSchema,
});

/** ALREADY: it stands like that, so nothing was changed. */
export type FamilyEmailResult =
  | { readonly kind: 'DONE' | 'ALREADY' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] };

interface FamilyEmailDeps {
  readonly cases: CaseStore;
  readonly policy: Policy;
  readonly now: Now;
}

export type RecordFamilyEmail = (command: z.input<typeof familyEmailSchema>) => Promise<FamilyEmailResult>;

/**
 * Records, with a reason, that no email may go to the family, or that it may again. Every notice that is sent afterwards
 * reads this.
 */
export function recordFamilyEmail(deps: FamilyEmailDeps): RecordFamilyEmail {
  return async (typed) => {
    const read = readCommand(familyEmailSchema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, isAllowed, ...said } = read.command;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const change = isAllowed ? familyEmailAllowed : familyEmailStopped;
    const { saved } = await changeCase(deps.cases, reference, (current) => change(current, moment, said));
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
