import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { earlierPlansAt, editPlanAt, planAt, printPlanAt } from './address.ts';
import { getEarlierPlans } from './earlier.ts';
import { getEditPlan, postEditPlan } from './edit.ts';
import { planGuard } from './guard.ts';
import { getPlan, postProgress } from './page.ts';
import { getPrintPlan, postPrintPlan } from './print.ts';

/** The plan of a child: to read, to write with the family, and to print for them. */
export function planRoutes(deps: StaffDeps): Route[] {
  const one = planGuard(deps);
  return [
    { method: 'GET', pattern: planAt('{reference}'), handle: shown(one, getPlan(deps)) },
    { method: 'POST', pattern: planAt('{reference}'), handle: posted(deps, one, postProgress(deps)) },
    { method: 'GET', pattern: editPlanAt('{reference}'), handle: shown(one, getEditPlan(deps)) },
    { method: 'POST', pattern: editPlanAt('{reference}'), handle: posted(deps, one, postEditPlan(deps)) },
    { method: 'GET', pattern: printPlanAt('{reference}'), handle: shown(one, getPrintPlan(deps)) },
    { method: 'POST', pattern: printPlanAt('{reference}'), handle: posted(deps, one, postPrintPlan(deps)) },
    { method: 'GET', pattern: earlierPlansAt('{reference}'), handle: shown(one, getEarlierPlans(deps)) },
  ];
}
