import { localitySchema } from '#domain/referral/codes.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { CAPACITY_AT } from '../settings/capacity/address.ts';
import { childOfferAt, OFFERS_AT } from './address.ts';
import { stateOf } from './offer-view.ts';
import { freeView, slotInWords, withoutRepeats } from './view.ts';
import { offersWords as words } from './words.ts';

/** As many open and accepted offers as a page shows: each is read by itself. */
export const OFFERS_A_PAGE = 25;

/** GET: every free place by town with the next child for it, and the offers that are open or accepted, a page at a time. */
export function getOffers(deps: StaffDeps) {
  return async (access: AreaAccess, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const { free, out } = await deps.readOffers();
    const today = londonDateOf(deps.now());
    const areas = localitySchema.options.map((locality) => ({
      locality,
      slots: withoutRepeats(
        free.filter(({ slot }) => slot.locality === locality).map((one) => freeView(one, access.team, today)),
      ),
    }));
    // A child whose offer has ended meanwhile is no place to go on from: then the page begins again.
    const from = out.indexOf(query.after ?? '') + 1;
    const shown = out.slice(from, from + OFFERS_A_PAGE);
    return areaPage(deps, access, {
      ...{ here: OFFERS_AT, template: 'staff/offers/offers.njk', title: words.title },
      data: {
        ...{ words, capacityAt: CAPACITY_AT, areas: areas.filter(({ slots }) => slots.length > 0) },
        out: await Promise.all(shown.map((reference) => outView(deps, reference))),
        outTitle: words.outOf(out.length),
        pages: pagesOf(deps, out, shown),
      },
    });
  };
}

function pagesOf(deps: StaffDeps, out: readonly string[], shown: readonly string[]) {
  const at = parseBaseUrl(deps.baseUrl).path + OFFERS_AT;
  const last = shown.at(-1);
  return {
    label: words.out,
    back: shown[0] === out[0] ? undefined : { href: at, text: words.firstOut },
    next: last === out.at(-1) ? undefined : { href: `${at}?after=${last}`, text: words.nextOut },
  };
}

async function outView(deps: StaffDeps, reference: string) {
  const read = await deps.readChildOffer(reference);
  const offer = read?.support.offers.at(-1);
  return {
    ...{ reference, at: childOfferAt(reference) },
    said: offer ? `${slotInWords(offer.slot)}. ${stateOf(offer, read?.by)}.` : '',
  };
}
