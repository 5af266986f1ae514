import type { Actor } from '#domain/people/actor.ts';
import { referenceOfTodo, todoDone } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { TodoStore } from '#domain/ports/stores.ts';

/**
 * Records that a person has told one of those who must hear that the child has died. Done once: whoever comes second, or
 * names another task, changes nothing.
 */
export function toldOfDeath(deps: {
  readonly todos: TodoStore;
  readonly now: Now;
}): (command: { readonly reference: string; readonly id: string; readonly by: Actor }) => Promise<void> {
  return async ({ reference, id, by }) => {
    if (referenceOfTodo(id) !== reference) return;
    const todo = await deps.todos.readTodo(reference, id);
    const done = todo?.kind === 'TELL_OF_DEATH' ? todoDone(todo, deps.now(), by) : undefined;
    if (done) await deps.todos.saveTodo(done);
  };
}
