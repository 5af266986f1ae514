import type { Todo } from '../people/todo.ts';
import { liveBlock } from './block.ts';
import { openExtension } from './extension.ts';
import { missedOf } from './missed.ts';
import { isToRing } from './rung.ts';
import { openOffer, type Support } from './support.ts';
import { isOfOffer, offeredWhy } from './told.ts';

/**
 * Why no one needs to do a TODO about an offer, the visits, what was missed, a long block or a long wait any more, as a code; undefined while someone does, and for
 * every other TODO. A child whose support has begun waits no more: the wait needs no review.
 */
export function whySupportTodoIsOver(todo: Todo, support: Support | undefined): string | undefined {
  if (todo.kind === 'RING_FAMILY') return support && isToRing(support, todo) ? undefined : 'NOT_ASKED';
  if (todo.kind === 'DECIDE_EXTENSION') return support && isToDecide(support, todo) ? undefined : 'NOTHING_ASKED';
  if (todo.kind === 'LOOK_AT_MISSED') return support && isToLook(support, todo) ? undefined : 'NOT_MISSED';
  if (todo.kind === 'LOOK_AT_BLOCK') return support && liveBlock(support) ? undefined : 'ENDED';
  if (todo.kind === 'REVIEW_WAIT') return support && !support.list ? 'NOT_LISTED' : undefined;
  if (!isOfOffer(todo.why)) return undefined;
  return support && openOffer(support) && offeredWhy(support) === todo.why ? undefined : 'OFFER_CLOSED';
}

/** The extension that such a TODO asks about, by its id. */
export function extensionOfTodo({ id }: Pick<Todo, 'id'>): string {
  return id.slice(id.lastIndexOf('-') + 1);
}

/** Whether the extension that this TODO asks about still waits for a service manager. */
export function isToDecide(support: Support, todo: Pick<Todo, 'id'>): boolean {
  const block = liveBlock(support);
  return block !== undefined && openExtension(block)?.id === extensionOfTodo(todo);
}

/** What such a TODO asks to look at, by its id among what was missed. */
export function missedOfTodo({ id }: Pick<Todo, 'id'>): string {
  return id.slice(id.lastIndexOf('-') + 1);
}

/** Whether what this TODO asks to look at still counts as missed: a register can be put right. */
export function isToLook(support: Support, todo: Pick<Todo, 'id'>): boolean {
  return missedOf(support).some(({ id }) => id === missedOfTodo(todo));
}
