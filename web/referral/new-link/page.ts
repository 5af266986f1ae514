import { NEW_LINK } from '../../access/dead-link.ts';
import { newLinkWords } from '../../access/new-link-words.ts';
import { referenceOfDied, validLink } from '../../access/referrer-link.ts';
import type { RouteHandle } from '../../http/router.ts';
import { ownForm } from '../../layout/own-form.ts';
import { say } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';

/**
 * POST of the page of a dead link: emails a new one where the old one went. The answer is the same for every address that
 * can be typed. A link that still works needs no new one. Where the
 * child has died the page says whom to call. Every other form goes on to `next`.
 */
export function orNewLink(deps: ReferralDeps, next: RouteHandle): RouteHandle {
  return async (request, parameters) => {
    const form = ownForm(deps, request);
    if ('status' in form || form.fields[NEW_LINK.field] === undefined) return next(request, parameters);
    const { token = '' } = parameters;
    if ((await referenceOfDied(deps, token)) !== undefined) return next(request, parameters);
    if (!(await validLink(deps, token))) await deps.mailNewLink(token);
    return say(deps, 200, newLinkWords.title, ...newLinkWords.said);
  };
}
