import { londonDateOf } from '../values/dates.ts';
import { isSameList, type ListName, type Place } from './entry.ts';
import { type ListHistory, type Step, stepsOf } from './replay.ts';

type Kind = 'JOINED' | 'RETURNED' | 'MOVED_IN' | 'MOVED_OUT' | 'LEFT' | 'STARTED';

/** One child who came onto a list or left it, and on which local day of London. `why`: of who left. */
export interface Movement {
  readonly kind: Kind;
  readonly reference: string;
  readonly list: ListName;
  readonly at: string;
  readonly on: string;
  readonly why?: string;
}

/** Which kinds bring a child onto a list; the others take them off. */
export const COMES: readonly Kind[] = ['JOINED', 'RETURNED', 'MOVED_IN'];

/**
 * Every movement of one child, as it happened. Who holds the place, its band and its dates are none. So on each list what
 * came less what went is whether the child is on it.
 */
export function movementsOf(history: ListHistory): Movement[] {
  return stepsOf(history).flatMap((step) => movementsIn(history.reference, step));
}

function movementsIn(reference: string, { event, before, after }: Step): Movement[] {
  const { at } = event;
  const of = (kind: Kind, { pathway, locality }: Place, why?: string): Movement => ({
    ...{ kind, reference, list: { pathway, locality }, at, on: londonDateOf(at) },
    ...(why === undefined ? {} : { why }),
  });
  if (before && after) return isSameList(before, after) ? [] : [of('MOVED_OUT', before), of('MOVED_IN', after)];
  if (after) return [of(event.event === 'LISTED' ? 'JOINED' : 'RETURNED', after)];
  if (!before) return [];
  return event.event === 'LIST_LEFT' ? [of('LEFT', before, event.why)] : [of('STARTED', before)];
}
