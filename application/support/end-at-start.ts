import { MACHINE } from '#domain/people/actor.ts';
import { todoDone } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import type { Support } from '#domain/support/support.ts';
import { whySupportTodoIsOver } from '#domain/support/todo-over.ts';

export interface EndAtStartDeps {
  readonly todos: Pick<TodoStore, 'todosOf' | 'saveTodo'>;
  readonly now: Now;
}

/** Ends what no one needs to do any more once support has begun, such as the review of a long wait. */
export async function endAtStart(deps: EndAtStartDeps, support: Support): Promise<void> {
  if (support.started) await endSupportTodos(deps, support);
}

/**
 * Ends what no one needs to do any more as the support stands now, each with the code of why. What a crash leaves open ends at its
 * next reminder.
 */
export async function endSupportTodos({ todos, now }: EndAtStartDeps, support: Support): Promise<void> {
  for (const todo of await todos.todosOf(support.reference)) {
    const why = whySupportTodoIsOver(todo, support);
    const ended = why === undefined ? undefined : todoDone(todo, now(), MACHINE, why);
    if (ended) await todos.saveTodo(ended);
  }
}
