import { localitySchema } from '#domain/referral/codes.ts';
import type { Support } from '#domain/support/support.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { CAPACITY_AT } from '../settings/capacity/address.ts';
import { childOfferAt, OFFERS_AT } from './address.ts';
import { stateOf } from './offer-view.ts';
import { freeView, slotInWords, withoutRepeats } from './view.ts';
import { offersWords as words } from './words.ts';

/** GET: every free place by town with the next child for it, and every offer that is open or accepted. */
export function getOffers(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const { free, out } = await deps.readOffers();
    const today = londonDateOf(deps.now());
    const areas = localitySchema.options.map((locality) => ({
      locality,
      slots: withoutRepeats(
        free.filter(({ slot }) => slot.locality === locality).map((one) => freeView(one, access.team, today)),
      ),
    }));
    return areaPage(deps, access, {
      ...{ here: OFFERS_AT, template: 'staff/offers/offers.njk', title: words.title },
      data: {
        ...{ words, capacityAt: CAPACITY_AT, areas: areas.filter(({ slots }) => slots.length > 0) },
        out: await Promise.all(out.map((support) => outView(deps, support))),
      },
    });
  };
}

async function outView(deps: StaffDeps, { reference, offers }: Support) {
  const offer = offers.at(-1);
  const read = await deps.readChildOffer(reference);
  return {
    ...{ reference, at: childOfferAt(reference) },
    said: offer ? `${slotInWords(offer.slot)}. ${stateOf(offer, read?.by)}.` : '',
  };
}
