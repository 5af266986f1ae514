import { familyActor } from '#domain/people/actor.ts';
import type { Link } from '#domain/people/link.ts';
import { gainRights } from '../../access/gain-rights.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { FamilyPagesDeps } from '../deps.ts';

type OfFamily = Pick<Link, 'reference' | 'purpose' | 'taskId' | 'mailbox'>;

/** Opens a session to what a link or a code of a family leads to, and goes on to it. The reading is recorded first. */
export async function welcomeFamily(
  deps: FamilyPagesDeps,
  { reference, purpose, taskId, mailbox }: OfFamily,
  request: HttpRequest,
): Promise<HttpResponse> {
  const grant = { reference, purpose, ...(taskId === undefined ? {} : { taskId }) };
  await deps.access.recordReading({ reference, at: deps.now(), by: familyActor(mailbox), what: 'SESSION_OPENED' });
  const cookie = await gainRights(deps, request, { audience: 'FAMILY', holder: { mailbox }, grant, isProven: true });
  const at = purpose === 'PAGE' ? `/family/${reference}` : `/family/${reference}/offer`;
  return seeOther(absoluteUrl(deps.baseUrl, at), [cookie]);
}
