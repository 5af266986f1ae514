import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { toFree } from './answer.ts';
import { withOffer } from './change.ts';
import type { NewSupportEvent } from './event.ts';
import { holdsSlot, type OfferEnd } from './offer.ts';
import type { Support } from './support.ts';

interface GivenUp {
  readonly patch: Pick<Partial<Support>, 'offers' | 'toFree'>;
  readonly events: readonly NewSupportEvent[];
}

/** What changes where a support gives up the slot that it holds, so that another child can have it; nothing where it holds none. */
export function givenUp(support: Support, { now }: Moment, why: OfferEnd): GivenUp {
  const last = support.offers.at(-1);
  if (!last || !holdsSlot(last)) return { patch: {}, events: [] };
  const { id, slot } = last;
  return {
    patch: {
      offers: withOffer(support, { ...last, ended: { why, at: now } }),
      toFree: toFree(support, slot.id, id),
    },
    events: [{ event: 'OFFER_ENDED', by: MACHINE, offer: id, why }],
  };
}
