import type { HttpResponse } from '../http/message.ts';
import { MAYBE_BECAUSE, PAGE_NOT_FOUND } from '../layout/not-found.ts';
import { type PageDeps, page } from '../layout/page.ts';

/** The button for a new link, and the field by which its form is known. */
export const NEW_LINK = { field: 'newLink', button: 'Email me a new link' } as const;

/** The link to the list of all referrals of a mailbox. */
export const ALL_REFERRALS = 'See all referrals sent from your email address';

/** The page behind a link of a referrer or to a draft that is unknown, expired or used: one for all, to the letter, with a button for a new link. */
export function deadLink(deps: PageDeps): HttpResponse {
  const data = { sentences: MAYBE_BECAUSE, newLink: NEW_LINK, allReferrals: ALL_REFERRALS };
  return page(deps, { status: 404, template: 'access/dead-link.njk', title: PAGE_NOT_FOUND, data });
}
