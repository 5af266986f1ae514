import * as z from 'zod';
import { familyEmailAllowed, familyEmailStopped } from '#domain/case/no-family-email.ts';
import { actorSchema } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { text } from '#domain/referral/text.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';

const LONGEST_REASON = 2000;

/** The rule of each fault of the reason. */
export const familyEmailFaults = {
  REASON_MISSING: 'missing',
  REASON_TOO_LONG: 'too-long',
  REASON_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type FamilyEmailFault = keyof typeof familyEmailFaults;

const familyEmailSchema = z.object({
  reference: z.string(),
  by: actorSchema,
  isAllowed: z.boolean(),
  reason: text(LONGEST_REASON, {
    missing: 'REASON_MISSING',
    tooLong: 'REASON_TOO_LONG',
    unprintable: 'REASON_UNPRINTABLE',
  }),
});

/** ALREADY: it stands like that, so nothing was changed. */
export type FamilyEmailResult =
  | { readonly kind: 'DONE' | 'ALREADY' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<FamilyEmailFault>[] };

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
    const read = readCommand(familyEmailSchema, familyEmailFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, isAllowed, ...said } = read.command;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const change = isAllowed ? familyEmailAllowed : familyEmailStopped;
    const { saved } = await changeCase(deps.cases, reference, (current) => change(current, moment, said));
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
