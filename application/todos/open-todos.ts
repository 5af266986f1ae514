import { todoAsked } from '#domain/notices/asked-todos.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import type { Owed } from '#domain/notices/plan.ts';
import type { Now } from '#domain/ports/services.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';

/** Stores what these notices ask staff to do, each once however often it is asked for: their links open nothing else. */
export async function openTodos(
  deps: { readonly todos: Pick<TodoStore, 'createTodo'>; readonly now: Now; readonly policy: Policy },
  owed: readonly Owed[],
  reference: string,
): Promise<void> {
  const asked = new Set(owed.flatMap(({ kind }) => noticeTable[kind].todo ?? []));
  for (const one of asked) await deps.todos.createTodo(todoAsked(one, reference, deps.now(), deps.policy));
}
