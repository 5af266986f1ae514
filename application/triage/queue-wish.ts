import type { QueuePlace, WorkRow } from '#domain/process/rows.ts';

/** What members of staff are asked to decide, each a queue of its own. */
export const STAFF_QUEUES = ['TRIAGE', 'DUPLICATE', 'SUSPICIOUS'] as const;
export type StaffQueue = (typeof STAFF_QUEUES)[number];

/** Every queue in which an open task can stand: one that no one decided in time is parked, and a decision still counts. */
export const READ_QUEUES = [...STAFF_QUEUES, 'PARKED'] as const;
export type ReadQueue = (typeof READ_QUEUES)[number];

/** Whether staff are asked to decide it still. Parked cases are also those that wait for an operator alone. */
export function isOpenRow({ taskId, kind, decidedAt }: WorkRow): boolean {
  return taskId !== undefined && decidedAt === undefined && STAFF_QUEUES.some((queue) => queue === kind);
}

/** By what the open tasks may be put in order. */
export const QUEUE_ORDERS = ['due', 'since', 'kind', 'claimed', 'band', 'locality'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

export const CLAIMED_BY = ['me', 'nobody', 'someone'] as const;

/** Which of the open tasks to show; nothing named leaves nothing out. */
export interface QueueFilters {
  readonly kind?: StaffQueue | undefined;
  readonly claimed?: (typeof CLAIMED_BY)[number] | undefined;
  readonly isLate: boolean;
  readonly flag?: string | undefined;
  readonly band?: number | undefined;
  readonly locality?: string | undefined;
}

/** What of the queue someone wants to see, and from where on. */
export interface QueueWish {
  readonly filters: QueueFilters;
  readonly order: QueueOrder;
  readonly isDescending: boolean;
  /** The page, from 1, where the queue is read whole. */
  readonly page: number;
  /** The last entry that was shown of each queue, where it is read from the index page by page. */
  readonly after: Partial<Record<ReadQueue, QueuePlace>>;
}

/** Whether the index itself has the tasks in this order, so that only the page is read. */
export function isOfIndex({ filters, order, isDescending }: QueueWish): boolean {
  const { isLate, ...others } = filters;
  return order === 'due' && !isDescending && !isLate && Object.values(others).every((value) => value === undefined);
}

/** Whether a task is among those that were asked for. */
export function isWanted(row: WorkRow, filters: QueueFilters, { me, now }: { me: string; now: string }): boolean {
  const { kind, claimed, isLate, flag, band, locality } = filters;
  if (kind !== undefined && row.kind !== kind) return false;
  if (claimed === 'me' && row.claimedBy !== me) return false;
  if (claimed === 'nobody' && row.claimedBy !== undefined) return false;
  if (claimed === 'someone' && (row.claimedBy === undefined || row.claimedBy === me)) return false;
  if (isLate && !isLateRow(row, now)) return false;
  if (flag !== undefined && !row.flags?.includes(flag)) return false;
  return (band === undefined || row.band === band) && (locality === undefined || row.locality === locality);
}

/** Whether the day by which it was to be decided has passed. */
export function isLateRow({ due }: Pick<WorkRow, 'due'>, now: string): boolean {
  return due !== undefined && due <= now;
}
