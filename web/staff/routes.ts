import type { Handle } from '../http/message.ts';
import { type Route, route } from '../http/router.ts';
import { wrongMethodPage } from '../layout/refusals.ts';
import { getCode, postCode } from './code/page.ts';
import { getTask } from './decide/page.ts';
import { postTask } from './decide/post.ts';
import { postUndo } from './decide/undo.ts';
import type { StaffDeps } from './deps.ts';
import { getLink, postLink } from './link/page.ts';
import { notFound } from './not-found.ts';
import { getAssessment, getEvidence } from './record/evidence/get.ts';

/** The pages of the triage team, under /triage. */
export function staffPages(deps: StaffDeps): Handle {
  return route(staffRoutes(deps), { notFound: () => notFound(deps), wrongMethod: wrongMethodPage(deps) });
}

export function staffRoutes(deps: StaffDeps): Route[] {
  return [
    { method: 'GET', pattern: '/triage/l/{token}', handle: getLink(deps) },
    { method: 'POST', pattern: '/triage/l/{token}', handle: postLink(deps) },
    { method: 'GET', pattern: '/triage/l/{token}/code', handle: getCode(deps) },
    { method: 'POST', pattern: '/triage/l/{token}/code', handle: postCode(deps) },
    { method: 'GET', pattern: '/triage/tasks/{taskId}', handle: getTask(deps) },
    { method: 'POST', pattern: '/triage/tasks/{taskId}', handle: postTask(deps) },
    { method: 'POST', pattern: '/triage/tasks/{taskId}/undo', handle: postUndo(deps) },
    { method: 'GET', pattern: '/triage/tasks/{taskId}/evidence/{index}', handle: getEvidence(deps) },
    { method: 'GET', pattern: '/triage/tasks/{taskId}/evidence/{index}/{page}', handle: getEvidence(deps) },
    { method: 'GET', pattern: '/triage/tasks/{taskId}/early-help-assessment', handle: getAssessment(deps) },
  ];
}
