import type { Case } from '#domain/case/case.ts';
import { askedAgain, askedNow, todoAsked } from '#domain/notices/asked-todos.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import type { Owed } from '#domain/notices/plan.ts';
import type { Now } from '#domain/ports/services.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { Support } from '#domain/support/support.ts';

/** Stores what these notices ask staff to do, each once however often it is asked for: their links open nothing else. */
export async function openTodos(
  deps: { readonly todos: Pick<TodoStore, 'createTodo'>; readonly now: Now; readonly policy: Policy },
  owed: readonly Owed[],
  theCase: Case,
  support?: Support,
): Promise<void> {
  const asked = new Map(
    owed.flatMap(({ kind, again }) => (noticeTable[kind].todo ? [[noticeTable[kind].todo, again]] : [])),
  );
  for (const [one, again] of asked) {
    const todo = todoAsked(
      askedAgain(askedNow(one, theCase, support), again),
      theCase.reference,
      deps.now(),
      deps.policy,
    );
    await deps.todos.createTodo(todo);
  }
}
