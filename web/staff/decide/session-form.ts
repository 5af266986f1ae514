import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { ownForm } from '../../layout/own-form.ts';
import { forgedPage } from '../../layout/refusals.ts';
import type { StaffDeps } from '../deps.ts';
import { sessionExpiredPage } from './session-expired.ts';
import { type TaskAccess, taskAccessOf } from './task-access.ts';

type Handle = (
  access: Exclude<TaskAccess, { kind: 'UNKNOWN' }>,
  fields: Readonly<Record<string, string>>,
) => Promise<HttpResponse>;

/**
 * A POST that acts on a task. It comes from a page of ours, by a session that opened the task, with its CSRF token and
 * task id.
 */
export function withSessionForm(deps: StaffDeps, handle: Handle) {
  return async (request: HttpRequest, { taskId = '' }: Parameters): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const access = await taskAccessOf(deps, request, taskId);
    if (access.kind === 'UNKNOWN') return sessionExpiredPage(deps, form.fields);
    if (form.fields.csrf !== access.csrf || form.fields.taskId !== taskId) return forgedPage(deps);
    return handle(access, form.fields);
  };
}
