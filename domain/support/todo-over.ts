import type { Todo } from '../people/todo.ts';
import { liveBlock } from './block.ts';
import { openExtension } from './extension.ts';
import { isToRing } from './rung.ts';
import { openOffer, type Support } from './support.ts';
import { isOfOffer, offeredWhy } from './told.ts';

/**
 * Why no one needs to do a TODO about an offer, the visits or a long wait any more, as a code; undefined while someone does, and for
 * every other TODO. A child whose support has begun waits no more: the wait needs no review.
 */
export function whySupportTodoIsOver(todo: Todo, support: Support | undefined): string | undefined {
  if (todo.kind === 'RING_FAMILY') return support && isToRing(support, todo) ? undefined : 'NOT_ASKED';
  if (todo.kind === 'DECIDE_EXTENSION') return support && isToDecide(support, todo) ? undefined : 'NOTHING_ASKED';
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
