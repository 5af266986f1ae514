import { NEW_LINK } from '../../access/dead-link.ts';
import { validLink } from '../../access/staff-link.ts';
import type { RouteHandle } from '../../http/router.ts';
import { ownForm } from '../../layout/own-form.ts';
import { say } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { newStaffLinkWords } from './words.ts';

/**
 * POST of the page of a dead link of staff: emails a new one where the old one went. The answer is the same for every address
 * that can be typed. A link that still works needs no new one. Every other form goes on to `next`.
 */
export function orNewStaffLink(deps: StaffDeps, next: RouteHandle): RouteHandle {
  return async (request, parameters) => {
    const form = ownForm(deps, request);
    if ('status' in form || form.fields[NEW_LINK.field] === undefined) return next(request, parameters);
    const { token = '' } = parameters;
    if (!(await validLink(deps, token))) await deps.mailNewStaffLink(token);
    return say(deps, 200, newStaffLinkWords.title, ...newStaffLinkWords.said);
  };
}
