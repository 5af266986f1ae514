import { NEW_LINK } from '../access/dead-link.ts';
import { validSharedLink } from '../access/shared-link.ts';
import type { RouteHandle } from '../http/router.ts';
import { ownForm } from '../layout/own-form.ts';
import { say } from '../layout/page.ts';
import type { SharedDeps } from './deps.ts';
import { newSharedLinkWords } from './words.ts';

/**
 * POST of the page of a dead link of another service: emails a new one where the old one went. The answer is the same for every
 * address that can be typed. A link that still works needs no new one. Every other form goes on to `next`, and so does
 * each where the child has died.
 */
export function orNewSharedLink(deps: SharedDeps, next: RouteHandle): RouteHandle {
  return async (request, parameters) => {
    const form = ownForm(deps, request);
    if ('status' in form || form.fields[NEW_LINK.field] === undefined) return next(request, parameters);
    const { token = '' } = parameters;
    const live = await validSharedLink(deps, token);
    if (live !== undefined && 'died' in live) return next(request, parameters);
    if (live === undefined) await deps.mailNewSharedLink(token);
    return say(deps, 200, newSharedLinkWords.title, ...newSharedLinkWords.said(deps.config.contact));
  };
}
