import type { Opening } from '#domain/people/opening.ts';
import type { Role } from '#domain/people/person.ts';
import { roleInWords } from '../components/record/role-words.ts';
import { openAt } from '../console/address.ts';
import { overWords } from '../console/open/over-words.ts';
import { absoluteUrl } from '../http/base-url.ts';
import type { FormFields } from '../http/form-body.ts';
import { type HttpResponse, seeOther } from '../http/message.ts';
import { type PageDeps, page, say, sayAndLead } from '../layout/page.ts';
import { instantInWords } from './instants.ts';

/** To a browser without a session: the way in. What was typed is shown once more, because it is kept nowhere. */
export function areaClosedPage(deps: PageDeps, typed: FormFields): HttpResponse {
  const { csrf: _csrf, ...words } = typed;
  const kept = Object.values(words).filter((word) => word.trim() !== '');
  if (kept.length === 0) return seeOther(absoluteUrl(deps.baseUrl, '/staff/sign-in'));
  return page(deps, { status: 404, template: 'access/area-refused.njk', title: 'You are signed out', data: { kept } });
}

/** To a member of staff without any of the roles of a page. */
export function roleNeededPage(deps: PageDeps, roles: readonly Role[]): HttpResponse {
  const named = roles.map((role) => `“${roleInWords(role)}”`).join(' or ');
  return say(deps, 403, 'You cannot open this page', `It is for people with the role ${named}.`);
}

/** To an operator whose time with a record is over: since when, and how they ask for it again. */
export function openingOverPage(
  deps: PageDeps,
  { reference, until }: Pick<Opening, 'reference' | 'until'>,
): HttpResponse {
  const onward = { at: openAt(reference), text: overWords.again };
  return sayAndLead(deps, { status: 403, title: overWords.title, onward }, overWords.said(instantInWords(until)));
}

/** To someone who may read every record, for a reference that no referral has. */
export function noRecordPage(deps: PageDeps): HttpResponse {
  return say(deps, 404, 'No referral has this reference', 'Check each letter and number, and try again.');
}
