import * as z from 'zod';
import { type Withdrawable, withdrawable, withdrawn } from '#domain/case/withdraw.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';
import { endTodos } from '../todos/end-todos.ts';

const schema = z.object({ reference: z.string(), reason: reasonSchema });

export type WithdrawForResult =
  /** SAME: it is withdrawn already. */
  | { readonly kind: 'DONE' | 'SAME' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] }
  /** LISTED: a person speaks with the family first, and takes the child off the list. */
  | { readonly kind: 'REFUSED'; readonly why: Exclude<Withdrawable, 'YES' | 'WITHDRAWN'> | 'LISTED' };

/**
 * Withdraws a referral for a referrer who has asked our team to. It holds what holds where the referrer does it: of this and
 * whatever else happens at the same moment one counts, and a child with a place or support keeps it.
 */
export function withdrawForReferrer(deps: {
  readonly cases: CaseStore;
  readonly todos: Pick<TodoStore, 'saveTodo' | 'todosOf'>;
  readonly policy: Policy;
  readonly now: Now;
}) {
  return async (typed: z.input<typeof schema>, by: Actor): Promise<WithdrawForResult> => {
    const read = readCommand(schema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, reason } = read.command;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, reference, (current) =>
      withdrawn(current, moment, { reason, by }),
    );
    const why = withdrawable(theCase);
    if (why === 'YES') return { kind: 'REFUSED', why: 'LISTED' };
    if (why !== 'WITHDRAWN') return { kind: 'REFUSED', why };
    // Also after one that was cut off here.
    await endTodos(deps, theCase);
    return { kind: saved ? 'DONE' : 'SAME' };
  };
}
