import * as z from 'zod';
import type { Actor } from '#domain/people/actor.ts';
import { MANAGERS, newTodo, type Todo, todoId } from '#domain/people/todo.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import { changed } from '#domain/support/change.ts';
import { longBlockOn } from '#domain/support/long-block.ts';
import { lookFrom } from '#domain/support/missed.ts';
import type { Support } from '#domain/support/support.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';
import { finishTodo } from '../todos/finish-todo.ts';
import type { TodoResult } from '../todos/tell-in-person.ts';
import type { VisitDeps } from './change-visits.ts';
import { changeSupport } from './support-store.ts';

/** Asks a service manager to look at a block of home visits that has been open for long, once each time that it has. */
export function askAboutBlock(
  deps: Pick<VisitDeps, 'policy' | 'now'> & { readonly todos: Pick<TodoStore, 'createTodo' | 'readTodo'> },
) {
  return async (support: Support): Promise<void> => {
    const now = deps.now();
    const n = longBlockOn(support, londonDateOf(now));
    if (n === 0) return;
    const { reference } = support;
    const asked = { reference, kind: 'LOOK_AT_BLOCK', cause: `L${n}`, for: MANAGERS, why: 'LONG_BLOCK' } as const;
    if (await deps.todos.readTodo(reference, todoId(reference, asked))) return;
    await deps.todos.createTodo(newTodo({ ...asked, openedAt: now, due: lookFrom(now, deps.policy) }));
  };
}

const lookSchema = z.object({ reason: reasonSchema });

/**
 * Enters what a service manager decided about a block that is open for long. It stands in the support before the TODO is done, so
 * that entering it again after a crash finishes it.
 */
export function lookAtBlock(
  deps: Pick<VisitDeps, 'supports' | 'policy' | 'now'> & { readonly todos: Pick<TodoStore, 'saveTodo'> },
) {
  return async (todo: Todo, by: Actor, typed: z.input<typeof lookSchema>): Promise<TodoResult<ReasonFault>> => {
    const read = readCommand(lookSchema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const event = { event: 'BLOCK_LOOKED_AT', by, todo: todo.id, text: read.command.reason } as const;
    const { saved } = await changeSupport(deps.supports, todo.reference, (found) =>
      found.history.some((one) => one.event === event.event && 'todo' in one && one.todo === todo.id)
        ? undefined
        : changed(found, moment, { moveBy: found.moveBy }, event),
    );
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
