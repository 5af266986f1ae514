import { sameMailbox } from '#domain/values/mailbox.ts';
import { pressForCode } from '../../access/code-step.ts';
import { gainRights } from '../../access/gain-rights.ts';
import { readSession } from '../../access/sessions.ts';
import type { StaffLink } from '../../access/staff-link.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import { placeOf } from '../code/place.ts';
import type { StaffDeps } from '../deps.ts';
import { accountPage, startAt } from '../sign-in/account/pages.ts';
import { accountWords } from '../sign-in/account/words.ts';

/** GET of a link: the reference and a form, nothing else. Mail scanners may open it as often as they like. */
export function getLink(deps: StaffDeps) {
  return async ({ token, link }: StaffLink): Promise<HttpResponse> => {
    const data = { token, minutes: deps.policy.codeMinutes, withAccount: deps.signIn !== undefined };
    return page(deps, { template: 'staff/link/link.njk', title: `Referral ${link.reference}`, data });
  };
}

/** POST of a link: on to the page where this mailbox has shown itself already, else to the code that lies in it. */
export function postLink(deps: StaffDeps) {
  return async (
    live: StaffLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const { link, work, person, actor: by } = live;
    const open = await readSession(deps, request, 'STAFF');
    const isTheirs = open?.session.person === person.id && sameMailbox(open.session.mailbox, person.mailbox);
    if (!isTheirs && deps.signIn) return toSignIn(deps, live);
    if (!isTheirs) return pressForCode(deps, placeOf(live), fields);
    const { reference } = link;
    const grant = { reference, taskId: work.id, purpose: 'TASK' } as const;
    const gained = { audience: 'STAFF', holder: open.session, grant, isProven: false } as const;
    const cookie = await gainRights(deps, request, gained);
    await deps.access.recordReading({ reference, at: deps.now(), by, what: 'LINK_OPENED', taskId: work.id });
    return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${work.id}`), [cookie]);
  };
}

/** Which referral it is about, and the way to the provider; it comes back to what the link asks for. */
function toSignIn(deps: StaffDeps, { link, work }: StaffLink): HttpResponse {
  return accountPage(deps, {
    title: accountWords.toOpen(link.reference),
    sentences: [accountWords.lead],
    go: { at: startAt(deps, work.id), text: accountWords.signIn },
  });
}
