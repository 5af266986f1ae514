import { areaGuard } from '../../access/area-guard.ts';
import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { AGREEMENT_AT, VISIT_ROLES, VISITS_AT, visitsAt } from './address.ts';
import { getAgreement } from './agreement.ts';
import { getVisits } from './child.ts';
import { visitGuard } from './guard.ts';
import { getMyVisits } from './page.ts';
import { postVisits } from './post.ts';

/** Home visits: each practitioner's own, and those of every child for service managers. */
export function visitRoutes(deps: StaffDeps): Route[] {
  const [one, visitors] = [visitGuard(deps), areaGuard(deps, ...VISIT_ROLES)];
  const at = visitsAt('{reference}');
  return [
    { method: 'GET', pattern: VISITS_AT, handle: shown(visitors, getMyVisits(deps)) },
    { method: 'GET', pattern: AGREEMENT_AT, handle: shown(visitors, getAgreement(deps)) },
    { method: 'GET', pattern: at, handle: shown(one, getVisits(deps)) },
    { method: 'POST', pattern: at, handle: posted(deps, one, postVisits(deps)) },
  ];
}
