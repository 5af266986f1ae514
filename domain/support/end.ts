import type { LeftWhy } from '../lists/list-events.ts';
import { placeOf } from '../lists/place.ts';
import { type Actor, MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { withoutOffer } from './answer.ts';
import { isVisited } from './block.ts';
import { changed, owedToWorkflow, withOffer } from './change.ts';
import type { NewSupportEvent } from './event.ts';
import { givenUp } from './give-up.ts';
import type { OfferEnd } from './offer.ts';
import { openOffer, type Support } from './support.ts';

/** Why a support ended whose child staff took off the lists. */
export const TAKEN_OFF = 'TAKEN_OFF';

/** Why a support ends with its case: each is a reason to leave the lists too. */
export type EndOfCase = Extract<OfferEnd, LeftWhy>;

/** The day on which support began, as staff enter it. */
export interface Started {
  /** The local date of the first weekly session that took place, or of the first attendance. */
  readonly on: string;
  readonly by: Actor;
}

/**
 * The support of a group once it began: the child leaves the list and the clock stops. Undefined where no offer is accepted, and
 * for home visits, which begin with the first session that is recorded.
 */
export function supportStarted(support: Support, moment: Moment, { on, by }: Started): Support | undefined {
  const { list, next, status } = support;
  if (status !== 'ACCEPTED' || !list || isVisited(support)) return undefined;
  // While people are still being told of the answer, the workflow finds out by itself.
  const over = { next: 'DONE', task: null, outbox: owedToWorkflow(support) } as const;
  const started = { on, at: moment.now, by, pathway: list.pathway, place: placeOf(list) };
  const patch = { status: 'STARTED', list: null, started, ...(next === 'NOTIFY' ? {} : over) } as const;
  return changed(support, moment, patch, { event: 'SUPPORT_STARTED', by, on, from: placeOf(list) });
}

/**
 * The support once the case of the child has ended: any offer ends, its slot is free, the place on the list is given up, and its
 * workflow ends without telling anyone. How it stood is kept, so that a mistake can be undone. Undefined when it had ended.
 */
export function supportEnded(support: Support, moment: Moment, why: EndOfCase): Support | undefined {
  const { status, list, ended } = support;
  if (ended) return undefined;
  const { toRing: _over, ...rest } = support;
  const over = { next: 'DONE', task: null, list: null, parked: null, outbox: owedToWorkflow(support) } as const;
  const given = givenUp(support, moment, why);
  const before = { status: given.patch.offers && status !== 'STARTED' ? ('WAITING' as const) : status, list };
  const patch = { ...over, ...given.patch, status: 'ENDED' as const, ended: { at: moment.now, why, before } };
  const leaves = list ? ([{ event: 'LIST_LEFT', by: MACHINE, why, from: placeOf(list) }] as const) : [];
  return changed(rest, moment, patch, ...given.events, ...leaves, { event: 'SUPPORT_ENDED', by: MACHINE, why });
}

/** The support without an offer whose slot another child has: they wait as before, and no one was told. */
export function offerTakenBack(support: Support, moment: Moment): Support | undefined {
  const offer = openOffer(support);
  if (!offer) return undefined;
  const ended = { why: 'TAKEN_BACK', at: moment.now } as const;
  const list = support.list && withoutOffer(support.list);
  const patch = { status: 'WAITING', next: 'DONE', list, offers: withOffer(support, { ...offer, ended }) } as const;
  return changed(support, moment, patch, { event: 'OFFER_ENDED', by: MACHINE, offer: offer.id, why: ended.why });
}

/** The support of a child whom staff took off the lists: these events say so. Its case is to be closed. */
export function takenOff(support: Support, moment: Moment, events: readonly NewSupportEvent[]): Support {
  const { status, list } = support;
  const { toRing: _over, ...rest } = support;
  const over = { next: 'DONE', task: null, list: null, outbox: owedToWorkflow(support) } as const;
  const freed = givenUp(support, moment, 'TAKEN_BACK');
  const before = { status: freed.patch.offers ? ('WAITING' as const) : status, list };
  const ended = { at: moment.now, why: TAKEN_OFF, before };
  return changed(rest, moment, { ...over, ...freed.patch, status: 'ENDED', ended, toClose: moment.now }, ...events);
}

/** The support once its case was closed with it; undefined where nothing was owed. */
export function caseClosed({ toClose, ...support }: Support, moment: Moment): Support | undefined {
  return toClose === undefined ? undefined : changed(support, moment, { moveBy: support.moveBy });
}
