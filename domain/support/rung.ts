import { holding } from '../lists/change-place.ts';
import type { ListEntry } from '../lists/entry.ts';
import type { Actor } from '../people/actor.ts';
import { type Todo, todoId } from '../people/todo.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { type Answer, answered } from './answer.ts';
import { changed } from './change.ts';
import { openOffer, type Support } from './support.ts';
import { laterUntil } from './time.ts';

/** What came of a call. `NEXT`: they wait for the next offer that fits. `NOT_NOW`: no offer until they say so. */
export type CameOfCall = 'ACCEPTED' | 'LATER' | 'DECLINED' | 'NEXT' | 'NOT_NOW' | 'NOT_REACHED';

/** What someone of the team records of a call to a family. `words`: with whom they spoke, or how they tried. */
export interface Rung {
  readonly said: CameOfCall;
  readonly by: Actor;
  readonly words: string;
}

/** What can come of the call that is asked for now: an answer while the offer is open, or what the family would like next. */
export function mayComeOfCall(support: Support): readonly CameOfCall[] {
  return openOffer(support)
    ? ['ACCEPTED', 'LATER', 'DECLINED', 'NOT_REACHED']
    : ['NEXT', 'LATER', 'NOT_NOW', 'NOT_REACHED'];
}

/** Whether this TODO asks for the call that the family is still owed. */
export function isToRing(support: Pick<Support, 'toRing' | 'offers'>, { reference, id }: Todo): boolean {
  return ringTodoId({ ...support, reference }) === id;
}

/** The id of the TODO that asks for the call that the family is still owed; undefined where it is owed none. */
export function ringTodoId({ toRing, offers, reference }: Pick<Support, 'toRing' | 'offers' | 'reference'>) {
  if (!toRing) return undefined;
  const nth = offers.findIndex((offer) => offer.id === toRing.offer) + 1;
  return todoId(reference, { kind: 'RING_FAMILY', cause: `RING${nth}${toRing.why.replace('_', '')}` });
}

/**
 * The support once a family was rung: their answer stands, they can be offered something again, and the child keeps the place.
 * An open offer is kept for a family that could not be reached. Undefined where no call is owed, or this cannot come of it.
 */
export function rung(support: Support, moment: Moment, call: Rung, policy: Policy): Support | undefined {
  const { toRing } = support;
  if (!toRing || !mayComeOfCall(support).includes(call.said)) return undefined;
  const event = { event: 'FAMILY_RUNG', by: call.by, offer: toRing.offer, said: call.said, text: call.words } as const;
  const { said } = call;
  if (openOffer(support)) {
    if (said === 'NOT_REACHED') return changed(support, moment, { moveBy: support.moveBy }, event);
    if (said === 'NEXT' || said === 'NOT_NOW') return undefined;
    const answer: Answer = { offer: toRing.offer, what: said, way: 'STAFF', by: call.by };
    const next = answered(support, moment, answer, policy);
    return next && changed(withoutRing(next), moment, { moveBy: next.moveBy }, event);
  }
  const held = support.list && heldAfter(support.list, support.reference, moment, call, policy);
  const { entry: list, events } = held ?? { entry: support.list, events: [] };
  return changed(withoutRing(support), moment, { list, moveBy: support.moveBy }, event, ...events);
}

/** The place on hold, as the family wishes: they are told of it in writing, as of every other hold. Undefined after any other answer. */
function heldAfter(list: ListEntry, reference: string, moment: Moment, { said, by }: Rung, policy: Policy) {
  if (said !== 'LATER' && said !== 'NOT_NOW') return undefined;
  const until = said === 'LATER' ? laterUntil(moment.now, policy) : undefined;
  return holding(until, { by, now: moment.now, reason: '' })(list, reference);
}

function withoutRing({ toRing: _rung, ...rest }: Support): Support {
  return rest;
}
