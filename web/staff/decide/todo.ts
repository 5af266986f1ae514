import { presentHolder } from '#domain/people/asked.ts';
import { fallsTo, referenceOfTodo, type Todo } from '#domain/people/todo.ts';
import { readSession } from '../../access/sessions.ts';
import type { HttpRequest } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { holderOf } from './task-access.ts';

type OpenTodoDeps = Pick<StaffDeps, 'access' | 'todos' | 'readTeam' | 'now'>;

/**
 * The open TODO of this id, for a session that opened a link to it. Its person must still be here, at that mailbox, and
 * be the one it falls to. Undefined for everyone else, and once it is done.
 */
export async function openTodoOf(deps: OpenTodoDeps, request: HttpRequest, id: string): Promise<Todo | undefined> {
  const reference = referenceOfTodo(id);
  if (reference === undefined) return undefined;
  const [open, todo, team] = await Promise.all([
    readSession(deps, request, 'STAFF'),
    deps.todos.readTodo(reference, id),
    deps.readTeam(),
  ]);
  const isGranted = open?.session.grants.some(({ purpose, taskId }) => purpose === 'TASK' && taskId === id);
  const person = open && presentHolder(team, holderOf(open.session));
  return todo && isGranted && person && !todo.done && fallsTo(todo, person) ? todo : undefined;
}
