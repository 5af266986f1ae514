import { gainRights } from '../../access/gain-rights.ts';
import type { Admitted } from '../../access/guard.ts';
import type { TaskAccess } from '../../access/staff-task.ts';
import type { TodoAccess } from '../../access/staff-todo.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { othersWords } from '../words.ts';
import { openTasksOf } from './find.ts';

type Seen = (TaskAccess | TodoAccess) & Admitted;

/** GET: what the person whose session it is has to do, each with a button. It opens none. */
export function getOthers(deps: StaffDeps) {
  return async (seen: Seen): Promise<HttpResponse> => {
    const taskId = idOf(seen);
    const tasks = await openTasksOf(deps, seen.person);
    const others = tasks.filter(({ id }) => id !== taskId);
    const data = {
      ...{ taskId, csrf: seen.csrf, words: othersWords },
      tasks: others,
    };
    return page(deps, { template: 'staff/others/others.njk', title: othersWords.title, data });
  };
}

/**
 * POST: opens one of them without another code, because the session has shown whose it is. What has been decided since, or
 * is asked of others, is not opened: the list is shown again as it is now.
 */
export function postOthers(deps: StaffDeps) {
  return async (
    seen: Seen,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const { session: holder, person, actor: by } = seen;
    const wanted = (await openTasksOf(deps, person)).find(({ id }) => id === fields.open);
    if (!wanted) return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${idOf(seen)}/others`));
    const { reference, id } = wanted;
    const grant = { reference, taskId: id, purpose: 'TASK' } as const;
    const cookie = await gainRights(deps, request, { audience: 'STAFF', holder, grant, isProven: false });
    await deps.access.recordReading({ reference, at: deps.now(), by, what: 'TASK_OPENED', taskId: id });
    return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${id}`), [cookie]);
  };
}

const idOf = (seen: Seen): string => (seen.kind === 'TODO' ? seen.todo.id : seen.taskId);
