import type { readTeam } from '#application/access/read-team.ts';
import type { ConfiguredCanary } from '#domain/canary/team.ts';
import type { Case } from '#domain/case/case.ts';
import { isWithoutRecord } from '#domain/case/stop-seen.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import { referenceOfTodo } from '#domain/people/todo.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import type { FormFields } from '../http/form-body.ts';
import type { HttpRequest } from '../http/message.ts';
import type { PageDeps } from '../layout/page.ts';
import { forgedPage } from '../layout/refusals.ts';
import type { Admitted, Guard } from './guard.ts';
import type { OpenSession, SessionDeps } from './sessions.ts';
import { sessionExpiredPage } from './staff-refused.ts';
import { type TaskAccess, taskAccessOf } from './staff-task.ts';
import { openTodoOf, type TodoAccess, todoOf } from './staff-todo.ts';

export interface StaffGuardDeps extends PageDeps, Pick<SessionDeps, 'access' | 'now' | 'baseUrl'> {
  readonly cases: Pick<CaseStore, 'readWholeCase'>;
  readonly todos: Pick<TodoStore, 'readTodo'>;
  /** Reads the team as it is now. */
  readonly readTeam: ReturnType<typeof readTeam>;
  readonly config: PageDeps['config'] & ConfiguredCanary;
}

interface Known extends Pick<OpenSession, 'csrf' | 'isOwnForm'> {
  readonly person: Person;
}

/** Who may read the record of a case, and for which task or TODO. */
interface RecordAccess extends Known {
  readonly theCase: Case;
  readonly taskId: string;
}

/** Admits those who may read the record: a task or a TODO is open, and they are asked to do it. */
export function recordGuard(deps: StaffGuardDeps): Guard<RecordAccess & Admitted> {
  return guardOf(deps, async (request, taskId): Promise<RecordAccess | undefined> => {
    if (referenceOfTodo(taskId) !== undefined) return ofTodo(deps, request, taskId);
    const access = await taskAccessOf(deps, request, taskId);
    return access?.kind === 'OPEN' ? access : undefined;
  });
}

async function ofTodo(deps: StaffGuardDeps, request: HttpRequest, taskId: string): Promise<RecordAccess | undefined> {
  const access = await openTodoOf(deps, request, taskId);
  if (!access || isWithoutRecord(access.todo)) return undefined;
  const theCase = await deps.cases.readWholeCase(access.todo.reference);
  return theCase && { ...access, theCase, taskId };
}

/**
 * Admits those who opened a link to a task and are still in the team: also to what was decided, and that it is closed.
 */
export function taskGuard(deps: StaffGuardDeps): Guard<TaskAccess & Admitted> {
  return guardOf(deps, (request, taskId) => taskAccessOf(deps, request, taskId));
}

/** Admits the same people, and those to whom a TODO of this id falls, also to that it is done. */
export function workGuard(deps: StaffGuardDeps): Guard<(TaskAccess | TodoAccess) & Admitted> {
  return guardOf(
    deps,
    async (request, id): Promise<TaskAccess | TodoAccess | undefined> =>
      referenceOfTodo(id) === undefined ? taskAccessOf(deps, request, id) : todoOf(deps, request, id),
  );
}

function guardOf<Access extends Known>(
  deps: PageDeps,
  find: (request: HttpRequest, taskId: string) => Promise<Access | undefined>,
): Guard<Access & Admitted> {
  return async (request, { taskId = '' }) => {
    const access = await find(request, taskId);
    if (!access) return { refuse: (typed) => sessionExpiredPage(deps, typed) };
    const isOwn = (fields: FormFields) => access.isOwnForm(fields) && fields.taskId === taskId;
    const refuseForm = (fields: FormFields) => (isOwn(fields) ? undefined : forgedPage(deps));
    return { seen: { ...access, actor: actorOf(access.person), refuseForm } };
  };
}
