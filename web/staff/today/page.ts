import { hasRole } from '#domain/people/person.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { gainRights } from '../../access/gain-rights.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { askedBy } from '../answer/waiting.ts';
import { staffAnswerWords } from '../answer/words.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { openTasksOf } from './find.ts';
import { todayWords } from './words.ts';

/** GET: what this person is asked to do, each with a button. It opens nothing. */
export function getToday(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const [tasks, waiting] = await Promise.all([openTasksOf(deps, access.person), askedBy(deps, access.person)]);
    return areaPage(deps, access, {
      here: '/staff',
      template: 'staff/today/today.njk',
      title: todayWords.title,
      data: {
        ...{
          tasks,
          waiting,
          waitingTitle: staffAnswerWords.waiting,
          mayRecord: hasRole(access.person, 'TRIAGER') || hasRole(access.person, 'SERVICE_MANAGER'),
        },
        lead: deps.signIn ? todayWords.leadWithAccount : todayWords.lead,
        words: todayWords,
      },
    });
  };
}

/**
 * POST: opens one of them without another code. What has been decided since, or is asked of others, is not opened: the list
 * is shown again as it is now.
 */
export function postToday(deps: StaffDeps) {
  return async (
    { session: holder, person, actor: by }: AreaAccess,
    { open = '' }: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const wanted = (await openTasksOf(deps, person)).find(({ id }) => id === open);
    if (!wanted) return seeOther(absoluteUrl(deps.baseUrl, '/staff'));
    const { reference, id } = wanted;
    const grant = { reference, taskId: id, purpose: 'TASK' } as const;
    const cookie = await gainRights(deps, request, { audience: 'STAFF', holder, grant, isProven: false });
    await deps.access.recordReading({ reference, at: deps.now(), by, what: 'TASK_OPENED', taskId: id });
    return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${id}`), [cookie]);
  };
}
