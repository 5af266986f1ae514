import { sameMailbox } from '#domain/values/mailbox.ts';
import type { CodePlace } from '../../access/code-page.ts';
import { enteredCode, pressForCode, showCodePage } from '../../access/code-step.ts';
import { gainRights } from '../../access/gain-rights.ts';
import { readSession } from '../../access/sessions.ts';
import type { SharedLink } from '../../access/shared-link.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import type { SharedDeps } from '../deps.ts';

/** GET of a link: the reference and a form, nothing else. Mail scanners may open it as often as they like. */
export function getLink(deps: SharedDeps) {
  return async ({ token, link }: SharedLink): Promise<HttpResponse> => {
    const data = { token, minutes: deps.policy.codeMinutes };
    return page(deps, { template: 'shared/link/link.njk', title: `Referral ${link.reference}`, data });
  };
}

/** POST of a link: on to the referral where this mailbox has shown itself already, else to the code that lies in it. */
export function postLink(deps: SharedDeps) {
  return async (
    live: SharedLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const { link } = live;
    const open = await readSession(deps, request, 'OTHER_SERVICE');
    if (!open || !sameMailbox(open.session.mailbox, link.mailbox)) {
      return pressForCode(deps, placeOf(live), fields);
    }
    return opened(deps, live, 'LINK_OPENED', await letIn(deps, live, request, false));
  };
}

/** GET of the code's address, for who reloads or comes back: the form, without sending anything. */
export function getCode(deps: SharedDeps) {
  return async (live: SharedLink): Promise<HttpResponse> => showCodePage(deps, placeOf(live));
}

/** POST of a code: the right one opens a session and leads to the referral at its clean address. */
export function postCode(deps: SharedDeps) {
  return async (
    live: SharedLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const entered = await enteredCode(deps, placeOf(live), fields);
    if (entered !== 'RIGHT') return entered;
    return opened(deps, live, 'SESSION_OPENED', await letIn(deps, live, request, true));
  };
}

function letIn(deps: SharedDeps, { link }: SharedLink, request: HttpRequest, isProven: boolean): Promise<string> {
  const { reference, mailbox } = link;
  const grant = { reference, purpose: 'SHARED' } as const;
  return gainRights(deps, request, { audience: 'OTHER_SERVICE', holder: { mailbox }, grant, isProven });
}

function placeOf({ token, link: { hash, reference, mailbox } }: SharedLink): CodePlace {
  return { door: { mailbox, through: hash }, at: `/shared/l/${token}`, mailTo: mailbox, reference };
}

async function opened(
  deps: SharedDeps,
  { link: { reference }, actor: by, services }: SharedLink,
  what: string,
  cookie: string,
): Promise<HttpResponse> {
  await deps.access.recordReading({ reference, at: deps.now(), by, what });
  await deps.openShared(reference, by, services);
  return seeOther(absoluteUrl(deps.baseUrl, `/shared/${reference}`), [cookie]);
}
