import { areaGuard } from '../../access/area-guard.ts';
import { areaRecordGuard } from '../../access/area-record.ts';
import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { SCHOOL_AT, SESSIONS_AT, schoolChildAt } from './address.ts';
import { getSchoolChild, postSchoolChild } from './child.ts';
import { getCohort, postCohort } from './page.ts';
import { getSessions, postSessions } from './sessions.ts';

/** Starting School, for service managers: who is invited, what the families answered, and when it is. */
export function startingSchoolRoutes(deps: StaffDeps): Route[] {
  const manager = areaGuard(deps, 'SERVICE_MANAGER');
  const one = areaRecordGuard(deps, { roles: ['SERVICE_MANAGER'], withOwnWork: false });
  const child = schoolChildAt('{reference}');
  return [
    { method: 'GET', pattern: SCHOOL_AT, handle: shown(manager, getCohort(deps)) },
    { method: 'POST', pattern: SCHOOL_AT, handle: posted(deps, manager, postCohort(deps)) },
    { method: 'GET', pattern: SESSIONS_AT, handle: shown(manager, getSessions(deps)) },
    { method: 'POST', pattern: SESSIONS_AT, handle: posted(deps, manager, postSessions(deps)) },
    { method: 'GET', pattern: child, handle: shown(one, getSchoolChild(deps)) },
    { method: 'POST', pattern: child, handle: posted(deps, one, postSchoolChild(deps)) },
  ];
}
