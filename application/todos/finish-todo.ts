import type { Actor } from '#domain/people/actor.ts';
import { type Todo, todoDone } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { TodoStore } from '#domain/ports/stores.ts';

/** Marks a TODO as done, after what was done stands in the case. True for whoever was first. `on`: the local day of what was done. */
export async function finishTodo(
  deps: { readonly todos: Pick<TodoStore, 'saveTodo'>; readonly now: Now },
  todo: Todo,
  by: Actor,
  on?: string,
): Promise<boolean> {
  const next = todoDone(todo, deps.now(), by);
  if (!next?.done) return false;
  return deps.todos.saveTodo(on === undefined ? next : { ...next, done: { ...next.done, on } });
}
