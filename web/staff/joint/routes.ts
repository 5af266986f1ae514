import { areaRecordGuard } from '../../access/area-record.ts';
import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { jointAt } from './address.ts';
import { getJoint, postJoint, postJointDecision } from './page.ts';

/** What is decided with other services: those who decide record what the parents say, and only a service manager the decision. */
export function jointRoutes(deps: StaffDeps): Route[] {
  const deciders = areaRecordGuard(deps, { roles: ['TRIAGER', 'SERVICE_MANAGER'], withOwnWork: false });
  const manager = areaRecordGuard(deps, { roles: ['SERVICE_MANAGER'], withOwnWork: false });
  const at = jointAt('{reference}');
  return [
    { method: 'GET', pattern: at, handle: shown(deciders, getJoint(deps)) },
    { method: 'POST', pattern: at, handle: posted(deps, deciders, postJoint(deps)) },
    { method: 'POST', pattern: `${at}/decision`, handle: posted(deps, manager, postJointDecision(deps)) },
  ];
}
