import type { Todo } from '../people/todo.ts';
import { isToRing } from './rung.ts';
import { openOffer, type Support } from './support.ts';
import { isOfOffer, offeredWhy } from './told.ts';

/**
 * Why no one needs to do a TODO about an offer or a long wait any more, as a code; undefined while someone does, and for every
 * other TODO. A child whose support has begun waits no more: the wait needs no review.
 */
export function whySupportTodoIsOver(todo: Todo, support: Support | undefined): string | undefined {
  if (todo.kind === 'RING_FAMILY') return support && isToRing(support, todo) ? undefined : 'NOT_ASKED';
  if (todo.kind === 'REVIEW_WAIT') return support && !support.list ? 'NOT_LISTED' : undefined;
  if (!isOfOffer(todo.why)) return undefined;
  return support && openOffer(support) && offeredWhy(support) === todo.why ? undefined : 'OFFER_CLOSED';
}
