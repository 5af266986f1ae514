import type { HttpResponse } from '../http/message.ts';
import { PAGE_NOT_FOUND } from '../layout/not-found.ts';
import { type PageDeps, page } from '../layout/page.ts';
import { NEW_LINK } from './dead-link.ts';

const MAYBE_BECAUSE = ['The link may have expired, or what it asks for may be done. Then there is nothing left to do.'];

/** The page behind a link of staff that is unknown, expired, used or revoked: one for all, to the letter, with a button for a new link. */
export function deadStaffLink(deps: PageDeps): HttpResponse {
  const data = { sentences: MAYBE_BECAUSE, newLink: NEW_LINK };
  return page(deps, { status: 404, template: 'access/dead-link.njk', title: PAGE_NOT_FOUND, data });
}
