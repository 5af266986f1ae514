import * as z from 'zod';
import { safePlaceLookedAt } from '#domain/case/safe-place.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import { changeCase } from '../change-case.ts';
import { readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';
import { finishTodo } from '../todos/finish-todo.ts';
import type { TodoResult } from '../todos/tell-in-person.ts';
import type { SafePlaceDeps } from './record-safe-place.ts';

const schema = z.object({ reason: reasonSchema });

interface LookDeps extends Pick<SafePlaceDeps, 'policy' | 'now'> {
  readonly cases: CaseStore;
  readonly todos: Pick<TodoStore, 'saveTodo'>;
}

/**
 * Enters what a service manager decided about a family that has moved to a safe place. It stands in the case before the TODO is
 * done, so that entering it again after a crash finishes it.
 */
export function lookAtSafePlace(deps: LookDeps) {
  return async (todo: Todo, by: Actor, typed: z.input<typeof schema>): Promise<TodoResult<ReasonFault>> => {
    const read = readCommand(schema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reason } = read.command;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, todo.reference, (current) =>
      safePlaceLookedAt(current, moment, { by, reason, todo }),
    );
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
