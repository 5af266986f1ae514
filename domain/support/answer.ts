import type { ListEntry } from '../lists/entry.ts';
import { placeOf } from '../lists/place.ts';
import { type Actor, MACHINE } from '../people/actor.ts';
import { type Moment, restarted } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { blockOf } from './block.ts';
import { changed, owedToWorkflow, supportProcess, withOffer } from './change.ts';
import type { FamilyAnswer, Offer } from './offer.ts';
import { offerOf, openOffer, type Support } from './support.ts';
import { laterUntil } from './time.ts';

/** What a family answered, through their link or to staff. */
export interface Answer {
  readonly offer: string;
  readonly what: FamilyAnswer;
  readonly way: 'LINK' | 'STAFF';
  readonly by: Actor;
  /** What they added, in their words or those of who spoke with them. */
  readonly text?: string;
}

/**
 * The support once its open offer was answered; undefined when that offer was answered or ended before. The child keeps their
 * place whatever the answer is: only an accepted offer goes on, and any other gives the slot back.
 */
export function answered(support: Support, moment: Moment, answer: Answer, policy: Policy): Support | undefined {
  const offer = openOffer(support);
  if (offer?.id !== answer.offer) return undefined;
  return answer.what === 'CALL_ME'
    ? callAsked(support, moment, offer, answer)
    : closed(support, moment, offer, answer, policy);
}

/** The support once no one answered in time: the child keeps their place, and someone of the team rings the family. */
export function notAnswered(support: Support, moment: Moment): Support | undefined {
  const offer = openOffer(support);
  if (!offer) return undefined;
  const gone = { what: 'NO_ANSWER', at: moment.now, by: MACHINE, way: 'DEADLINE' } as const;
  return changed(
    support,
    moment,
    {
      ...{ ...givenBack(support, offer), ...toBeTold(support) },
      offers: withOffer(support, { ...offer, answer: gone }),
      toRing: { offer: offer.id, why: 'NO_ANSWER', since: moment.now },
    },
    { event: 'OFFER_ANSWERED', by: MACHINE, offer: offer.id, answer: 'NO_ANSWER' },
  );
}

/** The support with an answer that came after its offer had gone to another child in its history: nothing of it is lost. */
export function answeredLate(support: Support, moment: Moment, answer: Answer): Support | undefined {
  const offer = offerOf(support, answer.offer);
  if (!offer || openOffer(support)?.id === offer.id) return undefined;
  const late = { event: 'OFFER_ANSWERED_LATE', by: answer.by, offer: offer.id, answer: answer.what } as const;
  return changed(support, moment, { moveBy: support.moveBy }, { ...late, ...said(answer) });
}

/** The offer stays open, and its slot with it, until someone has rung them. No deadline runs meanwhile. */
function callAsked(support: Support, moment: Moment, offer: Offer, answer: Answer): Support | undefined {
  if (offer.callAskedAt !== undefined) return undefined;
  const next = changed(
    support,
    moment,
    {
      ...toBeTold(support),
      offers: withOffer(support, { ...offer, callAskedAt: moment.now }),
      toRing: { offer: offer.id, why: 'CALL_ME', since: moment.now },
    },
    { event: 'OFFER_ANSWERED', by: answer.by, offer: offer.id, answer: 'CALL_ME', ...said(answer) },
  );
  return moving(next, moment);
}

function closed(support: Support, moment: Moment, offer: Offer, answer: Answer, policy: Policy): Support {
  const { what, way, by } = answer;
  const offers = withOffer(support, { ...offer, answer: { what, way, by, at: moment.now } });
  const { toRing: _rung, ...rest } = support;
  const told = { event: 'OFFER_ANSWERED', by, offer: offer.id, answer: what, ...said(answer) } as const;
  const block = blockOf(offer, moment);
  const visits = block ? { block } : {};
  if (what === 'ACCEPTED')
    return moving(changed(rest, moment, { ...toBeTold(support), ...visits, status: 'ACCEPTED', offers }, told), moment);
  const back = givenBack(support, offer);
  const until = laterUntil(moment.now, policy);
  const list = what === 'LATER' && back.list ? { ...back.list, hold: { since: moment.now, until, by } } : back.list;
  const held = what === 'LATER' && list ? ([{ event: 'LIST_HELD', by, until, place: placeOf(list) }] as const) : [];
  const toRing = what === 'DECLINED' ? { toRing: { offer: offer.id, why: 'DECLINED', since: moment.now } } : {};
  const patch = { ...toBeTold(support), ...back, list, offers, ...toRing };
  return moving(changed(rest, moment, patch, told, ...held), moment);
}

/** The child waits again where they waited, and the slot is free for another. */
export function givenBack(support: Support, { id, slot }: Offer) {
  return {
    status: 'WAITING',
    list: support.list && withoutOffer(support.list),
    toFree: toFree(support, slot.id, id),
  } as const;
}

/** The claim of this slot is to be released, beside what is to be released already. */
export function toFree({ toFree: before = [] }: Support, slot: string, offer: string) {
  return [...before, { slot, offer }];
}

/** A place without the offer that was made of it. */
export function withoutOffer({ offered: _gone, ...waiting }: ListEntry): ListEntry {
  return waiting;
}

function toBeTold(support: Support) {
  return { next: 'NOTIFY', task: null, outbox: owedToWorkflow(support) } as const;
}

/** An answer counts also while the support is parked: then a new execution tells people of it. */
function moving(support: Support, moment: Moment): Support {
  return support.parked ? restarted(supportProcess, support, moment, MACHINE) : support;
}

function said({ text }: Answer) {
  return text === undefined || text === '' ? {} : { text };
}
