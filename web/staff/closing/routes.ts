import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { runsSupport, visitGuard } from '../visits/guard.ts';
import { closingAt, reopenAt } from './address.ts';
import { getClosing, postClosing, postReopen } from './page.ts';

/** The end of a support: for service managers, and for the practitioner who visits the child or runs the groups. A manager alone reopens it. */
export function closingRoutes(deps: StaffDeps): Route[] {
  const runs = visitGuard(deps, runsSupport);
  const manages = visitGuard(deps, () => false);
  const at = closingAt('{reference}');
  return [
    { method: 'GET', pattern: at, handle: shown(runs, getClosing(deps)) },
    { method: 'POST', pattern: at, handle: posted(deps, runs, postClosing(deps)) },
    { method: 'POST', pattern: reopenAt('{reference}'), handle: posted(deps, manages, postReopen(deps)) },
  ];
}
