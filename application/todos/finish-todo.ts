import type { Actor } from '#domain/people/actor.ts';
import { type Todo, todoDone } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { TodoStore } from '#domain/ports/stores.ts';

/** Marks a TODO as done, after what was done stands in the case. True for whoever was first. */
export async function finishTodo(
  deps: { readonly todos: Pick<TodoStore, 'saveTodo'>; readonly now: Now },
  todo: Todo,
  by: Actor,
): Promise<boolean> {
  const done = todoDone(todo, deps.now(), by);
  return done !== undefined && deps.todos.saveTodo(done);
}
