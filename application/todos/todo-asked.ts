import { isTodoId, type Todo } from '#domain/people/todo.ts';
import type { TodoStore } from '#domain/ports/stores.ts';

/** The TODO that a notice about this referral asks for; undefined where it asks for none. */
export async function todoAsked(
  { todos }: { readonly todos: Pick<TodoStore, 'readTodo'> },
  { reference, taskId }: { readonly reference: string; readonly taskId?: string | undefined },
): Promise<Todo | undefined> {
  return taskId !== undefined && isTodoId(reference, taskId) ? todos.readTodo(reference, taskId) : undefined;
}
