import type { ListEntry } from '../lists/entry.ts';
import { placeOf } from '../lists/place.ts';
import { type Actor, MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { changed } from './change.ts';
import { withEvent } from './event.ts';
import type { OfferedSlot } from './offer.ts';
import { openOffer, type Support } from './support.ts';

/** The first version of a support: the child waits in it, on the list on which they waited in the case. */
export function newSupport(reference: string, list: ListEntry, moment: Moment): Support {
  const { now, policyVersion } = moment;
  return {
    ...{ reference, version: 1, status: 'WAITING', next: 'DONE', machine: 'support', run: 1 },
    ...{ moveBy: now, parked: null, outbox: [], createdAt: now, updatedAt: now, policyVersion },
    ...{ list, offers: [], task: null },
    history: withEvent([], { event: 'FROM_CASE', by: MACHINE, place: placeOf(list) }, now, policyVersion),
  };
}

/** What is offered, by whom. The id was given to the claim of the slot before. */
export interface NewOffer {
  readonly id: string;
  readonly slot: OfferedSlot;
  readonly by: Actor;
}

/** Why this child can be offered nothing now, as a code; undefined where they can. */
export function whyNotOffered(support: Support): 'NOT_WAITING' | 'OFFERED' | 'UNDER_WAY' | undefined {
  if (openOffer(support) || support.status === 'ACCEPTED') return 'OFFERED';
  if (support.status !== 'WAITING' || !support.list) return 'NOT_WAITING';
  return support.next === 'DONE' && support.parked === null ? undefined : 'UNDER_WAY';
}

/** The support with one more offer, and a workflow of its own owed; undefined where the child can be offered nothing now. */
export function offerMade(support: Support, moment: Moment, { id, slot, by }: NewOffer): Support | undefined {
  const { list } = support;
  if (whyNotOffered(support) !== undefined || !list) return undefined;
  const run = support.runAt === undefined ? support.run : support.run + 1;
  return changed(
    support,
    moment,
    {
      ...{ status: 'OFFERED', next: 'OFFER', run, runAt: moment.now, outbox: [{ kind: 'START', run }], task: null },
      list: { ...list, offered: id },
      offers: [...support.offers, { id, slot, madeAt: moment.now, by }],
    },
    { event: 'OFFER_MADE', by, offer: id, slot: slot.id },
  );
}
