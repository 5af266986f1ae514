import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { ownForm } from '../../layout/own-form.ts';
import { forgedPage } from '../../layout/refusals.ts';
import type { StaffDeps } from '../deps.ts';
import { lostPage } from './session-expired.ts';
import { type Standing, standingOf } from './standing.ts';

type Handle = (
  standing: Exclude<Standing, { kind: 'UNKNOWN' }>,
  fields: Readonly<Record<string, string>>,
) => Promise<HttpResponse>;

/** A POST that acts on a task: from a page of ours, by a session that opened the task, with its CSRF token and task id. */
export function withSessionForm(deps: StaffDeps, handle: Handle) {
  return async (request: HttpRequest, { taskId = '' }: Parameters): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const standing = await standingOf(deps, request, taskId);
    if (standing.kind === 'UNKNOWN') return lostPage(deps, form.fields);
    if (form.fields.csrf !== standing.csrf || form.fields.taskId !== taskId) return forgedPage(deps);
    return handle(standing, form.fields);
  };
}
