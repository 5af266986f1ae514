import type { ListEntry } from '#domain/lists/entry.ts';
import { bandOfOrder, type Tally } from '#domain/lists/tally.ts';
import type { Indexes } from '#domain/ports/stores.ts';

/** Where a child stands on their list: who is before, and how many wait there in all. */
export interface Standing {
  readonly tally: Tally;
  readonly all: number;
}

/** How many wait before a place: one count of its list, which hands no row over. */
export async function positionOf(indexes: Pick<Indexes, 'listCount'>, entry: ListEntry): Promise<number> {
  return (await indexes.listCount(entry.pathway, entry.locality, entry.order)) + 1;
}

/** Where a child stands and why: counts of one list, at most six. */
export async function standingOf(indexes: Pick<Indexes, 'listCount'>, entry: ListEntry): Promise<Standing> {
  const { pathway, locality, order, targetOn } = entry;
  const below = (bound?: string) => indexes.listCount(pathway, locality, bound);
  const band = bandOfOrder(entry);
  const [all, own, upToTarget, ...upTo] = await Promise.all([
    below(),
    below(order),
    below(`${band}#${targetOn}#`),
    ...Array.from({ length: band }, (_, index) => below(`${index + 1}#`)),
  ]);
  const at = (index: number) => (index < 0 ? 0 : (upTo[index] ?? own));
  const within = (index: number) => (index > band ? 0 : Math.max(0, at(index) - at(index - 1)));
  const before = [within(0), within(1), within(2), within(3)] as const;
  return { tally: { before, targetOn, earlier: Math.max(0, upToTarget - at(band - 1)) }, all };
}
