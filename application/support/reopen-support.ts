import * as z from 'zod';
import { type NotReopened, supportReopened, whyNotReopened } from '#domain/case/reopen-support.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { ClaimKey } from '#domain/ports/services.ts';
import type { ClaimStore, TodoStore } from '#domain/ports/stores.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { identifiesChild } from '#domain/rules/nhs-number.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { claimChild } from '../intake/claim-child.ts';
import { readRecord } from '../read-record.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';
import { endTodos } from '../todos/end-todos.ts';
import type { SupportDeps } from './deps.ts';
import { followCase } from './follow-case.ts';

/** The rule of each fault of what is entered to reopen a support. */
const reopenFaults = { ...reasonFaults, TOLD_MISSING: 'missing' } as const satisfies Record<string, CommandRule>;
export type ReopenFault = keyof typeof reopenFaults;

const reopenSchema = z.object({
  reason: reasonSchema,
  /** That who reopens it has told the family and the referrer: they may have read that it has ended. */
  told: z.string().refine((typed) => typed === 'yes', 'TOLD_MISSING' satisfies ReopenFault),
});

/** REFERRED_AGAIN: another referral of this child is open. DONE also for a form that is sent again. */
export type ReopenResult =
  | { readonly kind: 'DONE' }
  | { readonly kind: 'REFUSED'; readonly why: NotReopened | 'REFERRED_AGAIN' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReopenFault>[] };

interface ReopenDeps extends Pick<SupportDeps, 'supports' | 'slots' | 'cases' | 'referrals' | 'policy' | 'now'> {
  readonly claims: ClaimStore;
  readonly claimKey: ClaimKey;
  readonly todos: Pick<TodoStore, 'todosOf' | 'saveTodo'>;
}

/**
 * Takes up again the support that was closed by mistake, with a reason: its case by one conditional write, then the support with its slot,
 * where no other child has it by now. What a crash leaves of that the sweeper finishes.
 */
export function reopenSupport(deps: ReopenDeps) {
  return async (reference: string, typed: z.input<typeof reopenSchema>, by: Actor): Promise<ReopenResult> => {
    const read = readCommand(reopenSchema, reopenFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { theCase: before, stored } = await readRecord(deps, reference);
    const now = deps.now();
    const why = whyNotReopened(before, now);
    if (why !== undefined) return { kind: 'REFUSED', why };
    const { nhsNumber, dob } = referralIn(stored)?.child ?? {};
    if (nhsNumber && identifiesChild(nhsNumber) && dob && (await claimOf(deps)(reference, { nhsNumber, dob }))) {
      return { kind: 'REFUSED', why: 'REFERRED_AGAIN' };
    }
    const { theCase } = await changeCase(deps.cases, reference, (found) =>
      supportReopened(found, { now, policyVersion: deps.policy.version }, { by, reason: read.command.reason }),
    );
    await endTodos(deps, theCase);
    await followCase(deps)(reference);
    return { kind: 'DONE' };
  };
}

/** The claim on the child may be another referral's by now. The dates are their own, so none is handed on. */
function claimOf(deps: ReopenDeps) {
  const nothing = async () => undefined;
  return claimChild({ ...deps, recordPutRight: nothing, recordEarlier: nothing });
}
