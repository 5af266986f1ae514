import { readQueue } from '#application/triage/read-queue.ts';
import { referenceOfTask } from '#domain/case/task.ts';
import { personById } from '#domain/people/team.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { QUEUE_AT, wishOf } from './address.ts';
import { openAsked } from './open.ts';
import { queueView } from './view.ts';
import { queueWords } from './words.ts';

/** GET: the open tasks, in the order and under the filters that the address names. It opens nothing. */
export function getQueue(deps: StaffDeps) {
  return (access: AreaAccess, _parameters: Parameters, { query }: HttpRequest): Promise<HttpResponse> =>
    queuePage(deps, access, query, {});
}

/** POST: opens one of them where it is asked of this person; the page is then the task's own. */
export function postQueue(deps: StaffDeps) {
  return async (
    access: AreaAccess,
    { open = '' }: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const opened = await openAsked(deps, access, request, open);
    const notice = queueWords.askedOfOthers(referenceOfTask(open) ?? '');
    return opened ?? queuePage(deps, access, request.query, { status: 409, notice });
  };
}

interface Told {
  readonly status?: number;
  readonly notice?: string;
}

async function queuePage(
  deps: StaffDeps,
  access: AreaAccess,
  query: HttpRequest['query'],
  { status = 200, notice }: Told,
): Promise<HttpResponse> {
  const wish = wishOf(query);
  const me = access.person.id;
  const nameOf = (id: string) => personById(access.team, id)?.name ?? queueWords.unknown;
  const page = await readQueue(deps)(wish, { me, nameOf });
  const base = parseBaseUrl(deps.baseUrl).path;
  return areaPage(deps, access, {
    here: QUEUE_AT,
    template: 'staff/queue/queue.njk',
    title: queueWords.title,
    status,
    data: { ...queueView(wish, page, { base, now: deps.now(), me, nameOf }), at: QUEUE_AT, notice, isWide: true },
  });
}
