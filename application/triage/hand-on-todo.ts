import { todoReassigned } from '#domain/case/hand-on.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { referenceOfTodo, todoHandedOn } from '#domain/people/todo.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';

/**
 * DONE: it is theirs. DECIDED: there is nothing to decide or to do any more. NAMED: a decision names the colleague, so it can
 * be no one else’s. FAILED: it is as it was, and can be tried again.
 */
export interface HandedOn {
  readonly id: string;
  readonly reference: string;
  readonly kind: 'DONE' | 'DECIDED' | 'NAMED' | 'FAILED';
}

interface TodoHandOn {
  readonly to: Person;
  readonly by: Actor;
  readonly reason?: string | undefined;
}

interface Deps {
  readonly log: Log;
  readonly cases: CaseStore;
  readonly todos: Pick<TodoStore, 'readTodo' | 'saveTodo'>;
  readonly policy: Policy;
  readonly now: Now;
}

/** Whether an email may name the referral of this TODO: no machine writes to anyone about a death. */
export function mayBeNamed(todoId: string): boolean {
  return !todoId.includes('-TELL_OF_DEATH-');
}

/**
 * Hands one TODO on. The history says so before it is theirs, so a crash in between can say it twice, and never leaves it out.
 * What is done meanwhile stays done.
 */
export async function handOnTodo(deps: Deps, { to, by, reason }: TodoHandOn, id: string): Promise<HandedOn> {
  const reference = referenceOfTodo(id) ?? '';
  const became = (kind: HandedOn['kind']) => ({ id, reference, kind });
  try {
    const todo = await deps.todos.readTodo(reference, id);
    if (!todo || todo.done) return became('DECIDED');
    if (todo.kind === 'SECOND_PERSON') return became('NAMED');
    const next = todoHandedOn(todo, to);
    if (!next) return became('DONE');
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, reference, (current) => todoReassigned(current, moment, id, { to, by, reason }));
    if (await deps.todos.saveTodo(next)) return became('DONE');
    return became((await deps.todos.readTodo(reference, id))?.done ? 'DECIDED' : 'FAILED');
  } catch (error) {
    deps.log.error('todo-not-handed-on', { reference, error: errorName(error) });
    return became('FAILED');
  }
}
