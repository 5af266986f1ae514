import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Link } from '#domain/people/link.ts';
import { gainRights } from '../../access/gain-rights.ts';
import type { ReferrerLink } from '../../access/referrer-link.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { ReferralDeps } from '../deps.ts';

interface Known extends Pick<ReferrerLink, 'theCase' | 'stored' | 'actor'> {
  readonly link: Pick<Link, 'reference' | 'purpose' | 'taskId' | 'mailbox'>;
}

/**
 * Opens the page that the link is for in this browser, and records a reading. A referral from before its mailboxes were
 * noted is noted now.
 */
export async function welcome(
  deps: ReferralDeps,
  { link, theCase, stored, actor: by }: Known,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { reference, purpose, taskId, mailbox } = link;
  const grant = { reference, purpose, ...(taskId === undefined ? {} : { taskId }) };
  // What this mailbox has open stays open, so another referral stays open in another tab.
  const cookie = await gainRights(deps, request, { audience: 'REFERRER', holder: { mailbox }, grant, isProven: true });
  await deps.noteFollowers(theCase, addresseesOf(stored.body));
  await deps.access.recordReading({ reference, at: deps.now(), by, what: 'SESSION_OPENED' });
  return seeOther(absoluteUrl(deps.baseUrl, `/referral/${reference}/${purpose.toLowerCase()}`), [cookie]);
}
