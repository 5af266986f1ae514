import type { Case } from '../../case/case.ts';
import { holdsPlace } from '../../case/change-entry.ts';
import type { brokenAt } from '../../process/history.ts';
import type { Support } from '../../support/support.ts';
import type { ListEntry } from '../entry.ts';
import type { ListHistory } from '../replay.ts';

type Event = Parameters<typeof brokenAt>[0][number] & ListHistory['events'][number];

/** All that is stored of the place of one child, read consistently: the case whole, and the support where there is one. */
export interface StoredChild {
  readonly reference: string;
  readonly theCase: Case;
  readonly support?: Support | undefined;
}

/** Which item holds the place; undefined where none does. While it passes on, both do, and the support counts. */
export function holderOf({ theCase, support }: StoredChild): 'CASE' | 'SUPPORT' | undefined {
  if (support?.list) return 'SUPPORT';
  return holdsPlace(theCase) ? 'CASE' : undefined;
}

/** The one entry of a child; null where the child is on no list. */
export function entryOf(child: StoredChild): ListEntry | null {
  const holder = holderOf(child);
  if (holder === undefined) return null;
  return holder === 'SUPPORT' ? (child.support?.list ?? null) : child.theCase.list;
}

/** Everything that happened to the place of a child, in the histories of case and support together. */
export function historyOf(child: StoredChild): ListHistory {
  const { reference, theCase, support } = child;
  const events = [...inTime(theCase.history), ...inTime(support?.history ?? [])]
    .sort((one, other) => (one.time < other.time ? -1 : one.time > other.time ? 1 : 0))
    .map(({ event }) => event);
  return { reference, events, entry: entryOf(child) };
}

/** Two functions may have clocks a little apart: within one history the order in which events were written counts. */
function inTime(events: readonly Event[]): { readonly time: string; readonly event: Event }[] {
  let time = '';
  return events.map((event) => {
    time = event.at > time ? event.at : time;
    return { time, event };
  });
}
