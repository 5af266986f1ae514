import type { Case } from '#domain/case/case.ts';
import { whyTodoIsOver } from '#domain/case/todo-over.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { todoDone } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { TodoStore } from '#domain/ports/stores.ts';

/** Ends what no one needs to do any more as the case stands now, each with the code of why. What is open otherwise stays. */
export async function endTodos(
  { todos, now }: { readonly todos: Pick<TodoStore, 'todosOf' | 'saveTodo'>; readonly now: Now },
  theCase: Case,
): Promise<void> {
  for (const todo of await todos.todosOf(theCase.reference)) {
    const why = whyTodoIsOver(todo, theCase);
    const ended = why === undefined ? undefined : todoDone(todo, now(), MACHINE, why);
    if (ended) await todos.saveTodo(ended);
  }
}
