import type { readTeam } from '#application/access/read-team.ts';
import { presentHolder } from '#domain/people/asked.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import type { Person } from '#domain/people/person.ts';
import { fallsTo, referenceOfTodo, type Todo } from '#domain/people/todo.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { HttpRequest } from '../http/message.ts';
import { type OpenSession, readSession, type SessionDeps } from './sessions.ts';
import { holderOf } from './staff-task.ts';

/** A TODO, and whose session it is. */
export interface TodoAccess extends OpenSession {
  readonly kind: 'TODO';
  readonly todo: Todo;
  readonly person: Person;
}

interface OpenTodoDeps extends Pick<SessionDeps, 'access' | 'now' | 'baseUrl'> {
  readonly todos: Pick<TodoStore, 'readTodo'>;
  readonly readTeam: ReturnType<typeof readTeam>;
}

/** The open TODO of this id, as `todoOf` finds it. Undefined once it is done. */
export async function openTodoOf(
  deps: OpenTodoDeps,
  request: HttpRequest,
  id: string,
): Promise<TodoAccess | undefined> {
  const found = await todoOf(deps, request, id);
  return found?.todo.done ? undefined : found;
}

/**
 * The TODO of this id, done or not, for a session that opened a link to it. Its person must still be here, at that
 * mailbox, and be the one it falls to. Undefined for everyone else.
 */
export async function todoOf(deps: OpenTodoDeps, request: HttpRequest, id: string): Promise<TodoAccess | undefined> {
  const reference = referenceOfTodo(id);
  if (reference === undefined) return undefined;
  const [open, todo, team] = await Promise.all([
    readSession(deps, request, 'STAFF'),
    deps.todos.readTodo(reference, id),
    deps.readTeam(),
  ]);
  const isGranted = open?.session.grants.some(({ purpose, taskId }) => purpose === 'TASK' && taskId === id);
  const person = open && presentHolder(team, holderOf(open.session));
  if (!open || !todo || !isGranted || !person) return undefined;
  return fallsTo(todo, person, staffOn(team, londonDateOf(deps.now())))
    ? { ...open, kind: 'TODO', todo, person }
    : undefined;
}
