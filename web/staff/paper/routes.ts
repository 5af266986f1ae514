import { areaGuard } from '../../access/area-guard.ts';
import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import { paperRoles } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { getPaper, postPaper } from './page.ts';

/** Where staff enter what came on paper, once signed in with their work accounts; else that has a door for codes. */
export function paperRoutes(deps: StaffDeps): Route[] {
  const entering = areaGuard(deps, ...paperRoles);
  if (deps.signIn === undefined) return [];
  return [
    { method: 'GET', pattern: '/staff/paper', handle: shown(entering, getPaper(deps)) },
    { method: 'POST', pattern: '/staff/paper', handle: posted(deps, entering, postPaper(deps)) },
  ];
}
