import type { TaskAccess } from '../access/staff-task.ts';
import type { TodoAccess } from '../access/staff-todo.ts';
import type { FormFields } from '../http/form-body.ts';
import type { HttpResponse } from '../http/message.ts';
import { getTask } from './decide/page.ts';
import { postTask } from './decide/post.ts';
import type { StaffDeps } from './deps.ts';
import { getTodo } from './todo/page.ts';
import { postTodo } from './todo/post.ts';

/** What staff are asked to do: a task of a workflow, or something beside it. */
type Work = TaskAccess | TodoAccess;

/** GET of what staff are asked to do. */
export function getWork(deps: StaffDeps) {
  const [task, todo] = [getTask(deps), getTodo(deps)];
  return async (access: Work): Promise<HttpResponse> => (access.kind === 'TODO' ? todo(access) : task(access));
}

/** POST of what they did. */
export function postWork(deps: StaffDeps) {
  const [task, todo] = [postTask(deps), postTodo(deps)];
  return async (access: Work, fields: FormFields): Promise<HttpResponse> =>
    access.kind === 'TODO' ? todo(access, fields) : task(access, fields);
}
