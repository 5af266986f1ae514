import type { HttpResponse } from '../http/message.ts';
import { PAGE_NOT_FOUND } from '../layout/not-found.ts';
import { type PageDeps, page } from '../layout/page.ts';

/** The page behind a link of a digest that is unknown, expired or revoked: one for all, with the way in without a link. */
export function deadTodayLink(deps: PageDeps): HttpResponse {
  return page(deps, { status: 404, template: 'access/today-dead-link.njk', title: PAGE_NOT_FOUND, data: {} });
}
