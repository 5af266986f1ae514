import { readQueue } from '#application/triage/read-queue.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { hasRole, isOnLeave, mailFailsSince } from '#domain/people/person.ts';
import { personById, type Team } from '#domain/people/team.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { absoluteUrl, parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import { pressed } from '../claim/press.ts';
import type { StaffDeps } from '../deps.ts';
import { handOnWords } from '../hand-on/words.ts';
import { addressOf, HAND_ON_AT, QUEUE_AT, wishOf } from './address.ts';
import { queueView } from './view.ts';
import { queueWords } from './words.ts';

/** GET: the open tasks, in the order and under the filters that the address names. It opens nothing. */
export function getQueue(deps: StaffDeps) {
  return (access: AreaAccess, _parameters: Parameters, { query }: HttpRequest): Promise<HttpResponse> =>
    queuePage(deps, access, query, {});
}

/** POST: opens, claims or releases one of them; the page is then the task's own, or this one again. */
export function postQueue(deps: StaffDeps) {
  return async (
    access: AreaAccess,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const result = await pressed(deps, access, fields, request);
    if (result === 'DONE') return seeOther(absoluteUrl(deps.baseUrl, addressOf(wishOf(request.query))));
    return 'to' in result ? result.to : queuePage(deps, access, request.query, { status: 409, notice: result.notice });
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
  const eyes = { base, now: deps.now(), me, nameOf, isManager: hasRole(access.person, 'SERVICE_MANAGER') };
  return areaPage(deps, access, {
    here: QUEUE_AT,
    template: 'staff/queue/queue.njk',
    title: queueWords.title,
    status,
    data: {
      ...queueView(wish, page, eyes),
      at: QUEUE_AT,
      unreached: unreachedIn(access.team),
      handOn: eyes.isManager ? handOnLinks(access.team, deps.now()) : [],
      notice,
      isWide: true,
    },
  });
}

/** Who does not get our emails, so that colleagues tell them. */
function unreachedIn({ people }: Team): string[] {
  return people.flatMap((person) => {
    const since = person.isActive ? mailFailsSince(person) : undefined;
    return since === undefined ? [] : [queueWords.mailFails(person.name, plainDate(londonDateOf(since)))];
  });
}

/** To whose work can be handed over, with a way of its own to that of each colleague who is on leave. */
function handOnLinks(team: Team, now: string) {
  const today = londonDateOf(now);
  const away = staffOn(team, today).away.filter((person) => isOnLeave(person, today));
  const ofAway = away.map(({ id, name }) => ({ at: `${HAND_ON_AT}?from=${id}`, text: handOnWords.ofAway(name) }));
  return [...ofAway, { at: HAND_ON_AT, text: handOnWords.link }];
}
