import * as z from 'zod';
import { contactCheckAsked, contactTodo } from '#domain/case/contact-check.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';

const schema = z.object({ reference: z.string(), reason: reasonSchema });

/** SAME: the team is asked already. */
export type ContactCheckResult =
  | { readonly kind: 'DONE' | 'SAME' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] };

/**
 * Asks the team to check how the people of a referral are reached, with who asks and why. The referral stays as it was sent.
 * Asked again it stores the task that a crash may have left out, and asks nothing twice.
 */
export function askContactCheck(deps: {
  readonly cases: CaseStore;
  readonly todos: Pick<TodoStore, 'createTodo'>;
  readonly policy: Policy;
  readonly now: Now;
}) {
  return async (typed: z.input<typeof schema>, by: Actor): Promise<ContactCheckResult> => {
    const read = readCommand(schema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, reason } = read.command;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, reference, (current) =>
      contactCheckAsked(current, moment, { by, reason }),
    );
    const { contactCheck } = theCase;
    if (contactCheck && !contactCheck.done)
      await deps.todos.createTodo(contactTodo(reference, contactCheck.at, deps.policy));
    return { kind: saved ? 'DONE' : 'SAME' };
  };
}
