import type { HttpResponse } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { VISITS_AT } from '../visits/address.ts';
import type { VisitSeen } from '../visits/guard.ts';
import { planAt } from './address.ts';
import { planView } from './view.ts';
import { planWords as words } from './words.ts';

/** GET: what the plan said before, the latest first. Showing it is a reading. */
export function getEarlierPlans(deps: StaffDeps) {
  return async (access: VisitSeen): Promise<HttpResponse> => {
    const { reference } = access.support;
    const [plan, editions] = await Promise.all([
      deps.plans.readPlan(reference),
      deps.plans.editionsOf(reference),
      deps.access.recordReading({ reference, at: deps.now(), by: access.actor, what: 'RECORD' }),
    ]);
    // One that was kept just before its successor failed to be saved is still the plan.
    const earlier = editions.filter(({ edition }) => edition < (plan?.edition ?? 0)).toReversed();
    return areaPage(deps, access, {
      ...{ here: VISITS_AT, template: 'staff/plan/earlier.njk', title: words.earlierTitle(reference) },
      data: {
        ...{ words, back: planAt(reference) },
        editions: earlier.map((one) => ({ title: words.edition(one.edition), view: planView(one) })),
      },
    });
  };
}
