import { sameMailbox } from '#domain/values/mailbox.ts';
import { addGrant, readSession } from '../../access/sessions.ts';
import type { StaffLink } from '../../access/staff-link.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import { holderOf } from '../code/page.ts';
import { sendCode } from '../code/send.ts';
import type { StaffDeps } from '../deps.ts';

/** GET of a link: the reference and a form, nothing else. Mail scanners may open it as often as they like. */
export function getLink(deps: StaffDeps) {
  return async ({ token, link }: StaffLink): Promise<HttpResponse> => {
    const data = { token, minutes: deps.policy.codeMinutes };
    return page(deps, { template: 'staff/link/link.njk', title: `Referral ${link.reference}`, data });
  };
}

/** POST of a link: on to the page where this mailbox has shown itself already, else a code to the mailbox. */
export function postLink(deps: StaffDeps) {
  return async (live: StaffLink, _parameters: Parameters, request: HttpRequest): Promise<HttpResponse> => {
    const { link, work, person, actor: by } = live;
    const open = await readSession(deps, request, 'STAFF');
    const isTheirs = open?.session.person === person.id && sameMailbox(open.session.mailbox, person.mailbox);
    if (!isTheirs) return sendCode(deps, holderOf(live));
    await addGrant(deps.access, open.session, { reference: link.reference, taskId: work.id, purpose: 'TASK' });
    const { reference } = link;
    await deps.access.recordReading({ reference, at: deps.now(), by, what: 'LINK_OPENED', taskId: work.id });
    return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${work.id}`));
  };
}
