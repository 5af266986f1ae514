import type { readTeam } from '#application/access/read-team.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import { referenceOfTodo } from '#domain/people/todo.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import type { FormFields } from '../http/form-body.ts';
import type { HttpRequest } from '../http/message.ts';
import type { PageDeps } from '../layout/page.ts';
import { forgedPage } from '../layout/refusals.ts';
import type { Admitted, Guard } from './guard.ts';
import type { SessionDeps } from './sessions.ts';
import { sessionExpiredPage } from './staff-refused.ts';
import { type OpenTask, type TaskAccess, taskAccessOf } from './staff-task.ts';
import { openTodoOf, type TodoAccess } from './staff-todo.ts';

export interface StaffGuardDeps extends PageDeps, Pick<SessionDeps, 'access' | 'now' | 'baseUrl'> {
  readonly cases: Pick<CaseStore, 'readWholeCase'>;
  readonly todos: Pick<TodoStore, 'readTodo'>;
  /** Reads the team as it is now. */
  readonly readTeam: ReturnType<typeof readTeam>;
}

type Known = { readonly person: Person; readonly csrf: string };

/** Admits those who may read the record: a task is open, and they are asked to do it. */
export function recordGuard(deps: StaffGuardDeps): Guard<OpenTask & Admitted> {
  return guardOf(deps, async (request, taskId) => {
    const access = await taskAccessOf(deps, request, taskId);
    return access?.kind === 'OPEN' ? access : undefined;
  });
}

/**
 * Admits those who opened a link to a task and are still in the team: also to what was decided, and that it is closed.
 */
export function taskGuard(deps: StaffGuardDeps): Guard<TaskAccess & Admitted> {
  return guardOf(deps, (request, taskId) => taskAccessOf(deps, request, taskId));
}

/** Admits the same people, and those who have an open TODO of this id to do. */
export function workGuard(deps: StaffGuardDeps): Guard<(TaskAccess | TodoAccess) & Admitted> {
  return guardOf(
    deps,
    async (request, id): Promise<TaskAccess | TodoAccess | undefined> =>
      referenceOfTodo(id) === undefined ? taskAccessOf(deps, request, id) : openTodoOf(deps, request, id),
  );
}

function guardOf<Access extends Known>(
  deps: PageDeps,
  find: (request: HttpRequest, taskId: string) => Promise<Access | undefined>,
): Guard<Access & Admitted> {
  return async (request, { taskId = '' }) => {
    const access = await find(request, taskId);
    if (!access) return { refuse: (typed) => sessionExpiredPage(deps, typed) };
    const isOwn = (fields: FormFields) => fields.csrf === access.csrf && fields.taskId === taskId;
    const refuseForm = (fields: FormFields) => (isOwn(fields) ? undefined : forgedPage(deps));
    return { seen: { ...access, actor: actorOf(access.person), refuseForm } };
  };
}
