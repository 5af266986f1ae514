import * as z from 'zod';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import { changed } from '#domain/support/change.ts';
import type { NewSupportEvent } from '#domain/support/event.ts';
import type { Support } from '#domain/support/support.ts';
import { readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';
import { finishTodo } from '../todos/finish-todo.ts';
import type { TodoResult } from '../todos/tell-in-person.ts';
import type { VisitDeps } from './change-visits.ts';
import { changeSupport } from './support-store.ts';

export type LookDeps = Pick<VisitDeps, 'supports' | 'policy' | 'now'> & {
  readonly todos: Pick<TodoStore, 'saveTodo'>;
};

/** What was entered of one look: its event, and whether an event of the history is of the same look. */
interface Look {
  readonly event: (by: Actor, text: string) => NewSupportEvent;
  readonly isSame: (one: Support['history'][number]) => boolean;
}

const lookSchema = z.object({ reason: reasonSchema });

/**
 * Enters what a person found or decided when they looked at the support of a child, as a TODO asked. It stands in the support before
 * the TODO is done, so that entering it again after a crash finishes it.
 */
export function enterLook(deps: LookDeps, lookOf: (todo: Todo) => Look) {
  return async (todo: Todo, by: Actor, typed: z.input<typeof lookSchema>): Promise<TodoResult<ReasonFault>> => {
    const read = readCommand(lookSchema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { event, isSame } = lookOf(todo);
    const { saved } = await changeSupport(deps.supports, todo.reference, (found) =>
      found.history.some(isSame)
        ? undefined
        : changed(found, moment, { moveBy: found.moveBy }, event(by, read.command.reason)),
    );
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
