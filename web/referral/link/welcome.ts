import type { Link } from '#domain/people/link.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import type { ReferrerLink } from '../../access/referrer-link.ts';
import { addGrant, openSession, readSession } from '../../access/sessions.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { ReferralDeps } from '../deps.ts';

/** Opens the page that the link is for in this browser, and records a reading. */
export async function welcome(
  deps: ReferralDeps,
  { link, actor: by }: ReferrerLink,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { reference, purpose } = link;
  const cookies = await letIn(deps, link, request);
  await deps.access.recordReading({ reference, at: deps.now(), by, what: 'SESSION_OPENED' });
  return seeOther(absoluteUrl(deps.baseUrl, `/referral/${reference}/${purpose.toLowerCase()}`), cookies);
}

/** A browser that this mailbox has open keeps what it has: another referral stays open in another tab. */
async function letIn(deps: ReferralDeps, link: Link, request: HttpRequest): Promise<string[]> {
  const { reference, purpose, taskId, mailbox } = link;
  const grant = { reference, purpose, ...(taskId === undefined ? {} : { taskId }) };
  const open = await readSession(deps, request, 'REFERRER');
  if (!open || !sameMailbox(open.session.mailbox, mailbox))
    return [await openSession(deps, 'REFERRER', { mailbox }, grant)];
  await addGrant(deps.access, open.session, grant);
  return [];
}
