import * as z from 'zod';
import { contactChecked } from '#domain/case/contact-check.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';
import { finishTodo } from './finish-todo.ts';
import type { TodoResult } from './tell-in-person.ts';

const schema = z.object({ reason: reasonSchema });

/**
 * Enters what someone in the team found about how the people of a referral are reached. It stands in the case before the TODO is
 * done, so that entering it again after a crash finishes it.
 */
export function checkContact(deps: {
  readonly cases: CaseStore;
  readonly todos: Pick<TodoStore, 'saveTodo'>;
  readonly policy: Policy;
  readonly now: Now;
}) {
  return async (todo: Todo, by: Actor, typed: z.input<typeof schema>): Promise<TodoResult<ReasonFault>> => {
    const read = readCommand(schema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { reason } = read.command;
    const { saved } = await changeCase(deps.cases, todo.reference, (current) =>
      contactChecked(current, moment, { by, reason, todo }),
    );
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
