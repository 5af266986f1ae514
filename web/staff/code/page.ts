import { enteredCode, showCodePage } from '../../access/code-step.ts';
import { gainRights } from '../../access/gain-rights.ts';
import type { StaffLink } from '../../access/staff-link.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { placeOf } from './place.ts';

/** GET of the code's address, for who reloads or comes back: the form, without sending anything. */
export function getCode(deps: StaffDeps) {
  return async (live: StaffLink): Promise<HttpResponse> => showCodePage(deps, placeOf(live));
}

/** POST of a code: the right one opens a session and leads to the page at its clean address. */
export function postCode(deps: StaffDeps) {
  return async (
    live: StaffLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const entered = await enteredCode(deps, placeOf(live), fields);
    return entered === 'RIGHT' ? welcome(deps, live, request) : entered;
  };
}

async function welcome(
  deps: StaffDeps,
  { link, work, person, actor: by }: StaffLink,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { reference } = link;
  const grant = { reference, taskId: work.id, purpose: 'TASK' } as const;
  const holder = { mailbox: person.mailbox, person: person.id };
  const cookie = await gainRights(deps, request, { audience: 'STAFF', holder, grant, isProven: true });
  await deps.access.recordReading({ reference, at: deps.now(), by, what: 'SESSION_OPENED', taskId: work.id });
  return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${work.id}`), [cookie]);
}
