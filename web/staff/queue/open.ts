import { isTheirs, openWork } from '#application/access/staff-work.ts';
import { referenceOfTask } from '#domain/case/task.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { referenceOfTodo } from '#domain/people/todo.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { gainRights } from '../../access/gain-rights.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';

/** Opens a task, or what is to be done beside it, without another code, as it is now; undefined where it is not open, or not asked of this person. */
export async function openAsked(
  deps: StaffDeps,
  { session: holder, person, actor: by, team }: AreaAccess,
  request: HttpRequest,
  taskId: string,
): Promise<HttpResponse | undefined> {
  const reference = referenceOfTodo(taskId) ?? referenceOfTask(taskId);
  const work = reference === undefined ? undefined : await openWork(deps, reference, taskId);
  if (reference === undefined || !work || !isTheirs(work, person, staffOn(team, londonDateOf(deps.now())))) return;
  const grant = { reference, taskId, purpose: 'TASK' } as const;
  const cookie = await gainRights(deps, request, { audience: 'STAFF', holder, grant, isProven: false });
  await deps.access.recordReading({ reference, at: deps.now(), by, what: 'TASK_OPENED', taskId });
  return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${taskId}`), [cookie]);
}
