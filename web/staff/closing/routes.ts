import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { runsSupport, visitGuard } from '../visits/guard.ts';
import { closingAt } from './address.ts';
import { getClosing, postClosing } from './page.ts';

/** The end of a support: for service managers, and for the practitioner who visits the child or runs the groups. */
export function closingRoutes(deps: StaffDeps): Route[] {
  const runs = visitGuard(deps, runsSupport);
  const at = closingAt('{reference}');
  return [
    { method: 'GET', pattern: at, handle: shown(runs, getClosing(deps)) },
    { method: 'POST', pattern: at, handle: posted(deps, runs, postClosing(deps)) },
  ];
}
