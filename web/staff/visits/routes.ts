import { areaGuard } from '../../access/area-guard.ts';
import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { VISIT_ROLES, VISITS_AT, visitsAt } from './address.ts';
import { getVisits } from './child.ts';
import { visitGuard } from './guard.ts';
import { getMyVisits } from './page.ts';
import { postVisits } from './post.ts';

/** Home visits: each practitioner's own, and those of every child for service managers. */
export function visitRoutes(deps: StaffDeps): Route[] {
  const one = visitGuard(deps);
  const at = visitsAt('{reference}');
  return [
    { method: 'GET', pattern: VISITS_AT, handle: shown(areaGuard(deps, ...VISIT_ROLES), getMyVisits(deps)) },
    { method: 'GET', pattern: at, handle: shown(one, getVisits(deps)) },
    { method: 'POST', pattern: at, handle: posted(deps, one, postVisits(deps)) },
  ];
}
