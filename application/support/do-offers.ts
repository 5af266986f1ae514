import { answerOffer } from './answer-offer.ts';
import { closeSupport } from './close-support.ts';
import type { SupportDeps } from './deps.ts';
import type { EndAtStartDeps } from './end-at-start.ts';
import type { AskToLookDeps } from './look-at-missed.ts';
import { offerSlot } from './offer-slot.ts';
import { readChildOffer } from './read-child-offer.ts';
import { type OffersDeps, readFreeSlot, readOffers } from './read-offers.ts';
import { readRegister, readRegisters } from './read-register.ts';
import { recordRegister } from './record-register.ts';
import { recordStart } from './record-start.ts';
import { reopenSupport } from './reopen-support.ts';

/** Everything that staff do with offers and the registers of groups, over one set of stores. */
export function doOffers(
  deps: OffersDeps &
    Pick<SupportDeps, 'cases' | 'referrals'> & {
      readonly todos: AskToLookDeps['todos'] & EndAtStartDeps['todos'];
    } & Parameters<typeof closeSupport>[0] &
    Parameters<typeof reopenSupport>[0],
) {
  return {
    readOffers: readOffers(deps),
    readFreeSlot: (id: string) => readFreeSlot(deps, id),
    readChildOffer: readChildOffer(deps),
    offerSlot: offerSlot(deps),
    answerOffer: answerOffer(deps),
    recordStart: recordStart(deps),
    readRegister: readRegister(deps),
    readRegisters: readRegisters(deps),
    recordRegister: recordRegister(deps),
    closeSupport: closeSupport(deps),
    reopenSupport: reopenSupport(deps),
  };
}

/** What staff do with offers and registers. */
export type DoOffers = ReturnType<typeof doOffers>;
