import { cleanLink } from '../access/clean-link.ts';
import { posted, shown } from '../access/guard.ts';
import { recordGuard, taskGuard, workGuard } from '../access/staff-guard.ts';
import { staffLinkGuard } from '../access/staff-link.ts';
import { notFound } from '../access/staff-not-found.ts';
import { todayLinkGuard } from '../access/today-link.ts';
import type { Handle } from '../http/message.ts';
import { type Route, route } from '../http/router.ts';
import { wrongMethodPage } from '../layout/refusals.ts';
import { sharedRoutes } from '../shared/routes.ts';
import { areaRoutes } from './area/routes.ts';
import { getCode, postCode } from './code/page.ts';
import { postInvolvement } from './decide/involvement.ts';
import { getPageAsSent } from './decide/page-as-sent.ts';
import { postUndo } from './decide/undo.ts';
import type { StaffDeps } from './deps.ts';
import { getTodayCode, getTodayLink, postTodayCode, postTodayLink } from './digest-link/page.ts';
import { factRoutes } from './facts/routes.ts';
import { getLetter } from './letters/letter.ts';
import { getLink, postLink } from './link/page.ts';
import { orNewStaffLink } from './new-link/page.ts';
import { ofBeside } from './record/evidence/beside.ts';
import { getAssessment, getEvidence } from './record/evidence/get.ts';
import { sameChildAt } from './same-child/address.ts';
import { getSameChild, postSameChild } from './same-child/page.ts';
import { getWork, postWork } from './work.ts';

/** A referral that is read beside the one of the task. */
const BESIDE = '/triage/tasks/{taskId}/with/{other}';

/** The link of a digest. */
const TODAY = '/staff/l/{token}';

/** The pages of staff, under /triage and /staff, and of other services, under /shared. */
export function staffPages(deps: StaffDeps): Handle {
  return route([...staffRoutes(deps), ...factRoutes(deps), ...areaRoutes(deps), ...sharedRoutes(deps)], {
    notFound: () => notFound(deps),
    wrongMethod: wrongMethodPage(deps),
  });
}

export function staffRoutes(deps: StaffDeps): Route[] {
  const [link, work, task, record] = [staffLinkGuard(deps), workGuard(deps), taskGuard(deps), recordGuard(deps)];
  const today = todayLinkGuard(deps);
  return [
    { method: 'GET', pattern: '/triage/l/{token}', handle: cleanLink(deps, '/triage/l', shown(link, getLink(deps))) },
    { method: 'POST', pattern: '/triage/l/{token}', handle: orNewStaffLink(deps, posted(deps, link, postLink(deps))) },
    ...codeRoutes(deps),
    { method: 'GET', pattern: TODAY, handle: cleanLink(deps, '/staff/l', shown(today, getTodayLink(deps))) },
    { method: 'POST', pattern: TODAY, handle: posted(deps, today, postTodayLink(deps)) },
    { method: 'GET', pattern: '/triage/tasks/{taskId}', handle: shown(work, getWork(deps)) },
    { method: 'POST', pattern: '/triage/tasks/{taskId}', handle: posted(deps, work, postWork(deps)) },
    { method: 'POST', pattern: '/triage/tasks/{taskId}/undo', handle: posted(deps, task, postUndo(deps)) },
    { method: 'GET', pattern: '/triage/tasks/{taskId}/page', handle: shown(task, getPageAsSent(deps)) },
    {
      method: 'POST',
      pattern: '/triage/tasks/{taskId}/involvement',
      handle: posted(deps, task, postInvolvement(deps)),
    },
    { method: 'GET', pattern: '/triage/tasks/{taskId}/evidence/{index}', handle: shown(record, getEvidence(deps)) },
    {
      method: 'GET',
      pattern: '/triage/tasks/{taskId}/evidence/{index}/{page}',
      handle: shown(record, getEvidence(deps)),
    },
    {
      method: 'GET',
      pattern: '/triage/tasks/{taskId}/early-help-assessment',
      handle: shown(record, getAssessment(deps)),
    },
    {
      method: 'GET',
      pattern: '/triage/tasks/{taskId}/early-help-assessment/{page}',
      handle: shown(record, getAssessment(deps)),
    },
    { method: 'GET', pattern: `${BESIDE}/evidence/{index}`, handle: shown(record, ofBeside(deps, getEvidence(deps))) },
    {
      method: 'GET',
      pattern: `${BESIDE}/evidence/{index}/{page}`,
      handle: shown(record, ofBeside(deps, getEvidence(deps))),
    },
    {
      method: 'GET',
      pattern: `${BESIDE}/early-help-assessment`,
      handle: shown(record, ofBeside(deps, getAssessment(deps))),
    },
    {
      method: 'GET',
      pattern: `${BESIDE}/early-help-assessment/{page}`,
      handle: shown(record, ofBeside(deps, getAssessment(deps))),
    },
    { method: 'GET', pattern: sameChildAt('{taskId}', '{other}'), handle: shown(task, getSameChild(deps)) },
    { method: 'POST', pattern: sameChildAt('{taskId}', '{other}'), handle: posted(deps, task, postSameChild(deps)) },
    { method: 'GET', pattern: '/triage/tasks/{taskId}/letter/{place}', handle: shown(work, getLetter(deps)) },
  ];
}

/** The code of a link; there is none where staff sign in with their work accounts. */
function codeRoutes(deps: StaffDeps): Route[] {
  const [link, today] = [staffLinkGuard(deps), todayLinkGuard(deps)];
  if (deps.signIn !== undefined) return [];
  return [
    { method: 'GET', pattern: '/triage/l/{token}/code', handle: shown(link, getCode(deps)) },
    {
      method: 'POST',
      pattern: '/triage/l/{token}/code',
      handle: orNewStaffLink(deps, posted(deps, link, postCode(deps))),
    },
    { method: 'GET', pattern: `${TODAY}/code`, handle: shown(today, getTodayCode(deps)) },
    { method: 'POST', pattern: `${TODAY}/code`, handle: posted(deps, today, postTodayCode(deps)) },
  ];
}
