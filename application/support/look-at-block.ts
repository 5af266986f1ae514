import { MANAGERS, newTodo, todoId } from '#domain/people/todo.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import { longBlockOn } from '#domain/support/long-block.ts';
import type { Support } from '#domain/support/support.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { lookFrom } from '#domain/values/working-days.ts';
import type { VisitDeps } from './change-visits.ts';
import { enterLook, type LookDeps } from './enter-look.ts';

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

/** Enters what a service manager decided about a block that is open for long. */
export function lookAtBlock(deps: LookDeps) {
  return enterLook(deps, (todo) => ({
    event: (by, text) => ({ event: 'BLOCK_LOOKED_AT', by, todo: todo.id, text }),
    isSame: (one) => one.event === 'BLOCK_LOOKED_AT' && 'todo' in one && one.todo === todo.id,
  }));
}
