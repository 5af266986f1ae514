import type { Slot } from '#domain/lists/capacity.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { OfferedSlot } from '#domain/support/offer.ts';
import { offerOf } from '#domain/support/support.ts';
import { makeOffer, type OfferResult } from './make-offer.ts';
import { type FreeSlot, type OffersDeps, readFreeSlot } from './read-offers.ts';

/** What a manager confirmed: this slot for this child. The id is that of the form, so that pressing twice is one offer. */
export interface ConfirmCommand {
  readonly slot: string;
  readonly reference: string;
  readonly offer: string;
}

/** GONE: no slot of this id is free. CHANGED: by now another child is next for it, as `now` says. */
export type ConfirmResult =
  | OfferResult
  | { readonly kind: 'GONE' | 'UNREADABLE' }
  | { readonly kind: 'CHANGED'; readonly now: FreeSlot };

/** The id of an offer as forms carry it. */
const OFFER_ID = /^O[0-9a-f]{16}$/;

/**
 * Offers a free slot to the child who is next for it at this moment, as a manager confirmed it. Who was faster, or a list that
 * has changed since, is answered, and then nothing is offered.
 */
export function offerSlot(
  deps: OffersDeps & { readonly cases: CaseStore },
): (command: ConfirmCommand, by: Actor) => Promise<ConfirmResult> {
  return async ({ slot: id, reference, offer }, by) => {
    if (!OFFER_ID.test(offer)) return { kind: 'UNREADABLE' };
    const known = await deps.supports.readSupport(reference);
    if (known && offerOf(known, offer)) return { kind: 'MADE' };
    const found = await readFreeSlot(deps, id);
    if (!found) return { kind: 'GONE' };
    if (found.proposal.next?.candidate.reference !== reference) return { kind: 'CHANGED', now: found };
    return makeOffer(deps)({ reference, offer, by, slot: offeredSlot(found.slot) });
  };
}

/** The slot as it is offered: a later change of the group or of who visits does not change what a family was told. */
export function offeredSlot({ id, pathway, locality, day, at, ends, where, practitioner }: Slot): OfferedSlot {
  const visitedBy = practitioner === undefined ? {} : { practitioner };
  return {
    id,
    pathway,
    locality,
    day,
    at,
    ...(ends === undefined ? {} : { ends }),
    ...(where && { where }),
    ...visitedBy,
  };
}
