import { areaGuard } from '../../access/area-guard.ts';
import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { GROUP_ROLES, GROUPS_AT, registerAt } from './address.ts';
import { getGroups } from './page.ts';
import { getRegister, postRegister } from './register.ts';
import { getSchoolRegister, postSchoolRegister } from './school-register.ts';

/** The registers of groups, for those who run them. */
export function groupRoutes(deps: StaffDeps): Route[] {
  const runs = areaGuard(deps, ...GROUP_ROLES);
  const register = registerAt('{id}', '{on}');
  const ofSchool = `${GROUPS_AT}/starting-school/{town}/{on}`;
  return [
    { method: 'GET', pattern: GROUPS_AT, handle: shown(runs, getGroups(deps)) },
    { method: 'GET', pattern: register, handle: shown(runs, getRegister(deps)) },
    { method: 'GET', pattern: ofSchool, handle: shown(runs, getSchoolRegister(deps)) },
    { method: 'POST', pattern: ofSchool, handle: posted(deps, runs, postSchoolRegister(deps)) },
    { method: 'POST', pattern: register, handle: posted(deps, runs, postRegister(deps)) },
  ];
}
