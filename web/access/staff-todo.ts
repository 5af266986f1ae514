import type { readTeam } from '#application/access/read-team.ts';
import { presentHolder } from '#domain/people/asked.ts';
import type { Person } from '#domain/people/person.ts';
import { fallsTo, referenceOfTodo, type Todo } from '#domain/people/todo.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import type { HttpRequest } from '../http/message.ts';
import { type OpenSession, readSession, type SessionDeps } from './sessions.ts';
import { holderOf } from './staff-task.ts';

/** An open TODO, and whose session it is. */
export interface TodoAccess extends OpenSession {
  readonly kind: 'TODO';
  readonly todo: Todo;
  readonly person: Person;
}

interface OpenTodoDeps extends Pick<SessionDeps, 'access' | 'now'> {
  readonly todos: Pick<TodoStore, 'readTodo'>;
  readonly readTeam: ReturnType<typeof readTeam>;
}

/**
 * The open TODO of this id, for a session that opened a link to it. Its person must still be here, at that mailbox, and
 * be the one it falls to. Undefined for everyone else, and once it is done.
 */
export async function openTodoOf(
  deps: OpenTodoDeps,
  request: HttpRequest,
  id: string,
): Promise<TodoAccess | undefined> {
  const reference = referenceOfTodo(id);
  if (reference === undefined) return undefined;
  const [open, todo, team] = await Promise.all([
    readSession(deps, request, 'STAFF'),
    deps.todos.readTodo(reference, id),
    deps.readTeam(),
  ]);
  const isGranted = open?.session.grants.some(({ purpose, taskId }) => purpose === 'TASK' && taskId === id);
  const person = open && presentHolder(team, holderOf(open.session));
  if (!open || !todo || !isGranted || !person || todo.done || !fallsTo(todo, person)) return undefined;
  return { ...open, kind: 'TODO', todo, person };
}
