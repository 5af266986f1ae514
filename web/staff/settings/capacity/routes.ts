import { areaGuard } from '../../../access/area-guard.ts';
import { posted, shown } from '../../../access/guard.ts';
import type { Route } from '../../../http/router.ts';
import type { StaffDeps } from '../../deps.ts';
import { CAPACITY_AT, CAPACITY_ROLES, DATES_AT, groupAt, practitionerAt } from './address.ts';
import { getDates, postDates } from './dates.ts';
import { getGroup, postGroup } from './group.ts';
import { getCapacity, postCapacity } from './page.ts';
import { getPractitioner, postPractitioner } from './practitioner.ts';

/** What the service can offer, for those who set it. */
export function capacityRoutes(deps: StaffDeps): Route[] {
  const setters = areaGuard(deps, ...CAPACITY_ROLES);
  const [practitioner, group] = [practitionerAt('{id}', '{locality}'), groupAt('{id}')];
  return [
    { method: 'GET', pattern: CAPACITY_AT, handle: shown(setters, getCapacity(deps)) },
    { method: 'POST', pattern: CAPACITY_AT, handle: posted(deps, setters, postCapacity(deps)) },
    { method: 'GET', pattern: practitioner, handle: shown(setters, getPractitioner(deps)) },
    { method: 'POST', pattern: practitioner, handle: posted(deps, setters, postPractitioner(deps)) },
    { method: 'GET', pattern: group, handle: shown(setters, getGroup(deps)) },
    { method: 'POST', pattern: group, handle: posted(deps, setters, postGroup(deps)) },
    { method: 'GET', pattern: DATES_AT, handle: shown(setters, getDates(deps)) },
    { method: 'POST', pattern: DATES_AT, handle: posted(deps, setters, postDates(deps)) },
  ];
}
