import type { Case, Task } from '#domain/case/case.ts';
import { openTask } from '#domain/case/decide.ts';
import { minutedTask } from '#domain/case/minute.ts';
import { isAsked } from '#domain/people/asked.ts';
import type { Staff } from '#domain/people/on-duty.ts';
import type { Person } from '#domain/people/person.ts';
import { fallsTo, referenceOfTodo, type Todo } from '#domain/people/todo.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';

/** What staff are asked to do: the task for which a workflow waits, or something beside it. */
export type StaffWork =
  | { readonly kind: 'TASK'; readonly id: string; readonly theCase: Case; readonly task: Task }
  | { readonly kind: 'TODO'; readonly id: string; readonly todo: Todo };

export interface StaffWorkDeps {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly todos: Pick<TodoStore, 'readTodo'>;
}

/** What staff are asked to do under this id while it is open, read consistently; undefined once it is decided or done. */
export async function openWork(deps: StaffWorkDeps, reference: string, id: string): Promise<StaffWork | undefined> {
  if (referenceOfTodo(id) !== undefined) {
    const todo = await deps.todos.readTodo(reference, id);
    return todo && !todo.done && (await isToDo(deps, todo)) ? { kind: 'TODO', id, todo } : undefined;
  }
  const theCase = await deps.cases.readCase(reference);
  const task = theCase && openTask(theCase, id);
  return task && task.kind !== 'REFERRER' ? { kind: 'TASK', id, theCase, task } : undefined;
}

/** What was minuted is to be written up while its task is open: a decision that is undone brings it back. */
async function isToDo({ cases }: StaffWorkDeps, { id, reference }: Todo): Promise<boolean> {
  const minuted = minutedTask(id);
  if (minuted === undefined) return true;
  const theCase = await cases.readCase(reference);
  return theCase !== undefined && openTask(theCase, minuted) !== undefined;
}

/** Whether it falls to this person, by those who are asked today. */
export function isTheirs(work: StaffWork, person: Person, staff: Staff): boolean {
  return work.kind === 'TASK' ? isAsked(work.task, person) : fallsTo(work.todo, person, staff);
}
