import type { Now } from '#domain/ports/services.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { MOST_OPEN } from '#domain/process/indexes.ts';
import type { WorkRow } from '#domain/process/rows.ts';
import {
  isOfIndex,
  isOpenRow,
  isWanted,
  type QueueOrder,
  type QueueWish,
  READ_QUEUES,
  type ReadQueue,
  STAFF_QUEUES,
} from './queue-wish.ts';

/** As many tasks as one page shows. */
export const QUEUE_PAGE = 25;

export interface QueueReader {
  /** The id of who looks. */
  readonly me: string;
  /** The name of a member of staff, for the order by who has claimed. */
  readonly nameOf: (id: string) => string;
}

/** One page of the open tasks. */
export interface QueuePage {
  readonly rows: readonly WorkRow[];
  /** How many there are of those asked for; undefined where only the page was read. */
  readonly total?: number | undefined;
  /** Where the next page begins; undefined on the last. */
  readonly next?: Pick<QueueWish, 'after' | 'page'> | undefined;
}

/**
 * One page of the open tasks that staff are asked to decide, from the index alone: nothing personal. In the order of what
 * is due only the page is read, in any other order and with filters each queue once. What is decided is left out.
 */
export function readQueue({ indexes, now }: { readonly indexes: Pick<Indexes, 'work'>; readonly now: Now }) {
  return async (wish: QueueWish, reader: QueueReader): Promise<QueuePage> => {
    if (isOfIndex(wish)) return pageOfIndex(indexes, wish);
    const read = await Promise.all(READ_QUEUES.map((queue) => indexes.work(queue, MOST_OPEN)));
    const wanted = read
      .flat()
      .filter((row) => isOpenRow(row) && isWanted(row, wish.filters, { ...reader, now: now() }));
    const sorted = wanted.sort(byOrder(wish, reader));
    const from = (wish.page - 1) * QUEUE_PAGE;
    const next = from + QUEUE_PAGE < sorted.length ? { after: {}, page: wish.page + 1 } : undefined;
    return { rows: sorted.slice(from, from + QUEUE_PAGE), total: sorted.length, next };
  };
}

async function pageOfIndex(indexes: Pick<Indexes, 'work'>, { after }: QueueWish): Promise<QueuePage> {
  const read = await Promise.all(
    READ_QUEUES.map(async (queue) => {
      const rows = await indexes.work(queue, QUEUE_PAGE + 1, after[queue]);
      return rows.map((row) => ({ queue, row }));
    }),
  );
  // Stable: what is due at one instant stays in the order of its queue, from which the next page continues.
  const merged = read.flat().sort((one, other) => compare(one.row.order, other.row.order));
  const shown = merged.slice(0, QUEUE_PAGE);
  const rows = shown.map(({ row }) => row).filter(isOpenRow);
  if (merged.length <= QUEUE_PAGE) {
    return { rows, total: Object.keys(after).length === 0 ? rows.length : undefined };
  }
  const lasts = shown.map(({ queue, row: { reference, order } }) => [queue, { reference, order }] as const);
  return { rows, next: { page: 1, after: { ...after, ...lastOfEach(lasts) } } };
}

type Last = readonly [ReadQueue, { readonly reference: string; readonly order: string }];

const lastOfEach = (lasts: readonly Last[]): QueueWish['after'] => Object.fromEntries(lasts);

function byOrder({ order, isDescending }: QueueWish, reader: QueueReader) {
  const keyOf = keys[order];
  return (one: WorkRow, other: WorkRow): number => {
    const difference = compareKnown(keyOf(one, reader), keyOf(other, reader), isDescending);
    return difference || compare(one.order, other.order) || compare(one.reference, other.reference);
  };
}

type Key = string | number | undefined;

const kindOrder: readonly string[] = STAFF_QUEUES;

const keys: Readonly<Record<QueueOrder, (row: WorkRow, reader: QueueReader) => Key>> = {
  due: ({ due }) => due,
  since: ({ waitingSince }) => waitingSince,
  kind: ({ kind = '' }) => kindOrder.indexOf(kind),
  claimed: ({ claimedBy }, { nameOf }) => claimedBy && nameOf(claimedBy),
  band: ({ band }) => band,
  locality: ({ locality }) => locality,
};

/** What has no value stands last, whichever way the order runs. */
function compareKnown(one: Key, other: Key, isDescending: boolean): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return isDescending ? compare(other, one) : compare(one, other);
}

function compare(one: string | number, other: string | number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
