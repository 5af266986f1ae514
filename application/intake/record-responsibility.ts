import * as z from 'zod';
import { responsibilityRecorded } from '#domain/case/corrected.ts';
import { responsibilitySchema } from '#domain/case/corrected-shape.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { actorSchema } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { readRecord } from '../read-record.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';

/** The rule of each fault of what is recorded about parental responsibility. */
export const responsibilityFaults = {
  PARENT_MISSING: 'not-a-choice',
  HOLDS_MISSING: 'not-a-choice',
  EMAIL_MISSING: 'not-a-choice',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type ResponsibilityFault = keyof typeof responsibilityFaults;

const fault = (code: ResponsibilityFault) => code;

const typedSchema = z.object({
  reference: z.string(),
  by: actorSchema,
  /** The place of the parent in the referral, from 0, as it was selected. */
  parent: z.string().regex(/^\d{1,2}$/, fault('PARENT_MISSING')),
  holds: z.string().pipe(z.enum(responsibilitySchema.options, fault('HOLDS_MISSING'))),
  mayEmail: z.string().pipe(z.enum(['yes', 'no'], fault('EMAIL_MISSING'))),
  reason: reasonSchema,
});

/** SAME: that of this parent stands already. */
export type ResponsibilityResult =
  | { readonly kind: 'DONE' | 'SAME' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ResponsibilityFault>[] };

interface RecordDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly policy: Policy;
  readonly now: Now;
}

export type RecordResponsibility = (command: z.input<typeof typedSchema>) => Promise<ResponsibilityResult>;

/**
 * Records, with a reason, whether a parent has parental responsibility and whether the service may email them. It stands above
 * what the referral says: every notice that is sent afterwards reads it.
 */
export function recordResponsibility(deps: RecordDeps): RecordResponsibility {
  return async (typed) => {
    const { stored } = await readRecord(deps, typed.reference);
    const parents = addresseesOf(stored.body).family.parents.length;
    const schema = typedSchema.refine(({ parent }) => Number(parent) < parents, {
      ...{ error: fault('PARENT_MISSING'), path: ['parent'] },
    });
    const read = readCommand(schema, responsibilityFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, parent, mayEmail, ...said } = read.command;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const recorded = { ...said, place: Number(parent), mayEmail: mayEmail === 'yes' };
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      responsibilityRecorded(current, moment, recorded),
    );
    return { kind: saved ? 'DONE' : 'SAME' };
  };
}
