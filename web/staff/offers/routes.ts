import { areaGuard } from '../../access/area-guard.ts';
import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { childOfferAt, OFFERS_AT, slotAt } from './address.ts';
import { getChildOffer, postChildOffer } from './child.ts';
import { getOffers } from './page.ts';
import { getSlot, postSlot } from './slot.ts';

/** Free places and offers: only a service manager offers a place, records an answer, or records that support began. */
export function offerRoutes(deps: StaffDeps): Route[] {
  const manager = areaGuard(deps, 'SERVICE_MANAGER');
  const [slot, child] = [slotAt('{slot}'), childOfferAt('{reference}')];
  return [
    { method: 'GET', pattern: OFFERS_AT, handle: shown(manager, getOffers(deps)) },
    { method: 'GET', pattern: slot, handle: shown(manager, getSlot(deps)) },
    { method: 'POST', pattern: slot, handle: posted(deps, manager, postSlot(deps)) },
    { method: 'GET', pattern: child, handle: shown(manager, getChildOffer(deps)) },
    { method: 'POST', pattern: child, handle: posted(deps, manager, postChildOffer(deps)) },
  ];
}
