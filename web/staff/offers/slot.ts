import type { FreeSlot } from '#application/support/read-offers.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { sayAndLead } from '../../layout/page.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { childOfferAt, OFFERS_AT } from './address.ts';
import { freeView } from './view.ts';
import { offersWords as words } from './words.ts';

/** GET: a free place with the child who is next and why, before a manager confirms. Showing it changes nothing. */
export function getSlot(deps: StaffDeps) {
  return async (access: AreaAccess, { slot: id = '' }: Parameters): Promise<HttpResponse> => {
    const found = await deps.readFreeSlot(id);
    return found ? slotPage(deps, access, found) : gone(deps, 404);
  };
}

/** POST: offered once, or the page says that someone was faster, or that another child is next by now. */
export function postSlot(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields, { slot: id = '' }: Parameters): Promise<HttpResponse> => {
    const { reference = '', offer = '' } = fields;
    const result = await deps.offerSlot({ slot: id, reference, offer }, access.actor);
    if (result.kind === 'UNREADABLE') return notFound(deps);
    if (result.kind === 'MADE') return seeOther(absoluteUrl(deps.baseUrl, `${childOfferAt(reference)}?done=offered`));
    if (result.kind === 'GONE' || result.kind === 'TAKEN') return gone(deps, 409);
    const found = result.kind === 'CHANGED' ? result.now : await deps.readFreeSlot(id);
    return found ? slotPage(deps, access, found, words.changed) : gone(deps, 409);
  };
}

function gone(deps: StaffDeps, status: number): HttpResponse {
  const onward = { at: OFFERS_AT, text: words.back };
  return sayAndLead(deps, { status, title: words.gone, onward }, words.goneWhy);
}

function slotPage(deps: StaffDeps, access: AreaAccess, found: FreeSlot, notice = ''): HttpResponse {
  const free = freeView(found, access.team, londonDateOf(deps.now()));
  return areaPage(deps, access, {
    ...{ here: OFFERS_AT, template: 'staff/offers/slot.njk', title: words.confirmTitle },
    status: notice === '' ? 200 : 409,
    data: {
      ...{ words, free, notice, back: OFFERS_AT },
      // Of this form: sent twice, it is one offer.
      offer: `O${Buffer.from(deps.random(8)).toString('hex')}`,
    },
  });
}
