import * as z from 'zod';
import { movedToSafePlace, safePlaceRemoved } from '#domain/case/safe-place.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { actorSchema } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { readRecord } from '../read-record.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';

const schema = z.object({
  reference: z.string(),
  by: actorSchema,
  isRemoved: z.boolean(),
  seen: z.string(),
  reason: reasonSchema,
});

/** SAME: someone recorded it since the form was shown, or there is none to remove. */
export type SafePlaceResult =
  | { readonly kind: 'DONE' | 'SAME' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] };

interface SafePlaceDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly policy: Policy;
  readonly now: Now;
}

/** Records that a family has moved to a place that someone must not find, or removes that record. From that write on nothing goes to the old address. */
export function recordSafePlace(deps: SafePlaceDeps) {
  return async (typed: z.input<typeof schema>): Promise<SafePlaceResult> => {
    const { stored } = await readRecord(deps, typed.reference);
    const read = readCommand(schema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, isRemoved, seen, ...said } = read.command;
    const adults = addresseesOf(stored.body).family.parents.length;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      isRemoved
        ? safePlaceRemoved(current, moment, said)
        : movedToSafePlace(current, moment, { ...said, adults, seen }),
    );
    return { kind: saved ? 'DONE' : 'SAME' };
  };
}
