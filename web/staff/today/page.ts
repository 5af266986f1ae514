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
import { openingsToLookAt } from '../openings/to-look-at.ts';
import { openTasksOf } from './find.ts';
import { type SeenStops, seeStops } from './see-stops.ts';
import { stopListWords } from './stop-words.ts';
import { todayWords } from './words.ts';

/** GET: what this person is asked to do, each with a button. It opens nothing. */
export function getToday(deps: StaffDeps) {
  return (access: AreaAccess): Promise<HttpResponse> => todayPage(deps, access, { results: [], problems: [] });
}

async function todayPage(deps: StaffDeps, access: AreaAccess, { results, problems }: SeenStops): Promise<HttpResponse> {
  const { person } = access;
  const [all, waiting, openings] = await Promise.all([
    openTasksOf(deps, person),
    askedBy(deps, person),
    openingsToLookAt(deps, person),
  ]);
  const [tasks, stops] = [all.filter(({ stop }) => !stop), all.filter(({ stop }) => stop)];
  const failed = results.every(({ isDone }) => isDone) ? 200 : 409;
  return areaPage(deps, access, {
    here: '/staff',
    status: problems.length > 0 ? 422 : failed,
    template: 'staff/today/today.njk',
    title: todayWords.title,
    data: {
      ...{
        tasks,
        waiting,
        waitingTitle: staffAnswerWords.waiting,
        mayRecord: hasRole(access.person, 'TRIAGER') || hasRole(access.person, 'SERVICE_MANAGER'),
      },
      openings,
      ...{ stops, stopWords: stopListWords, results, problems },
      lead: deps.signIn ? todayWords.leadWithAccount : todayWords.lead,
      words: todayWords,
    },
  });
}

/**
 * POST: opens one of them without another code, or enters that this person has seen the results that are marked. What has been
 * decided since, or is asked of others, is not opened: the list is shown again as it is now.
 */
export function postToday(deps: StaffDeps) {
  return async (
    access: AreaAccess,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const { session: holder, person, actor: by } = access;
    const { open = '' } = fields;
    if (fields.seen !== undefined) return todayPage(deps, access, await seeStops(deps, access, fields));
    const wanted = (await openTasksOf(deps, person)).find(({ id }) => id === open);
    if (!wanted) return seeOther(absoluteUrl(deps.baseUrl, '/staff'));
    const { reference, id } = wanted;
    const grant = { reference, taskId: id, purpose: 'TASK' } as const;
    const cookie = await gainRights(deps, request, { audience: 'STAFF', holder, grant, isProven: false });
    await deps.access.recordReading({ reference, at: deps.now(), by, what: 'TASK_OPENED', taskId: id });
    return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${id}`), [cookie]);
  };
}
