import * as z from 'zod';
import { UNOPENED } from '../mail/incoming-mail.ts';
import type { Role } from '../people/person.ts';
import { EVIDENCE_LOST } from '../referral/document/lost.ts';
import { stored } from '../values/stored.ts';
import type { Row } from './rows.ts';

/** Who may look after the service as a whole. They read references, states and codes, and no child's record. */
export const CONSOLE_ROLES: readonly Role[] = ['OPERATOR', 'SERVICE_MANAGER', 'AUDITOR'];

/** Who of them puts things right. An auditor reads alone. */
export const FIXER_ROLES: readonly Role[] = ['OPERATOR', 'SERVICE_MANAGER'];

/** What is counted once a minute: what waits for people, what the service owes, and what it could not do. */
export const ROLLUP_QUEUES = [
  ...(['TRIAGE', 'DUPLICATE', 'SUSPICIOUS', 'REFERRER', 'PARKED', 'RESTARTING'] as const),
  ...(['TODO', 'OUTBOX', 'NOTICE', 'MAIL_FAILED', 'PUT_OFF', UNOPENED, 'FILE_LOST'] as const),
] as const;
export type RollupQueue = (typeof ROLLUP_QUEUES)[number];

/** Of these staff have a day by which they should act. */
const OF_STAFF: ReadonlySet<RollupQueue> = new Set(['TRIAGE', 'DUPLICATE', 'SUSPICIOUS', 'TODO', UNOPENED]);

/** A queue is counted up to here; more than this is shown as this many. */
export const COUNTED = 1_000;

const countSchema = stored({
  queue: z.string(),
  waiting: z.int().min(0),
  /** Since when the one that waits longest does. */
  since: z.iso.datetime().optional(),
  /** How many were to be done before now. */
  late: z.int().min(0),
});
export type QueueCount = z.infer<typeof countSchema>;

/**
 * The service at one instant, in numbers and instants. The sweeper writes it once a minute. A queue that could not be read is
 * missing in it, and so is what a release before did not count.
 */
export const rollupSchema = stored({
  asOf: z.iso.datetime(),
  queues: z.array(countSchema),
  /** When the last referral came of which people were seen to be asked. */
  receivedAt: z.iso.datetime().optional(),
  /** What is counted once an hour. */
  hourly: stored({ at: z.iso.datetime(), onLists: z.int().min(0), afterLists: z.int().min(0) }).optional(),
});
export type Rollup = z.infer<typeof rollupSchema>;

/** The rows of each queue that could be read. */
export type ReadQueues = ReadonlyMap<RollupQueue, readonly Row[]>;

/** The rollup of now, in place of the one before. What is counted once an hour is handed over, and the last referral is never forgotten. */
export function rollupOf(read: ReadQueues, now: string, before: Omit<Rollup, 'asOf' | 'queues'>): Rollup {
  const queues = [...read].map(([queue, rows]) => countOf(queue, rows, now));
  const received = [...read.values()].flat().flatMap(({ receivedAt }) => instantOf(receivedAt));
  const receivedAt = [...received, ...(before.receivedAt === undefined ? [] : [before.receivedAt])].sort().at(-1);
  const { hourly } = before;
  return {
    ...before,
    asOf: now,
    queues,
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(hourly && { hourly }),
  };
}

const instant = z.iso.datetime();

/** This instant, or none: an entry that is damaged is counted and never keeps the numbers from being read. */
function instantOf(at: string | undefined): string[] {
  return instant.safeParse(at).success && at !== undefined ? [at] : [];
}

function countOf(queue: RollupQueue, rows: readonly Row[], now: string): QueueCount {
  const since = rows
    .flatMap(({ waitingSince }) => instantOf(waitingSince))
    .sort()
    .at(0);
  const late = OF_STAFF.has(queue) ? rows.filter((row) => isOverdueRow(row, now)).length : 0;
  return { queue, waiting: rows.length, ...(since === undefined ? {} : { since }), late };
}

/** Whether what a row shows was to be done before now, and no one has decided it. */
export function isOverdueRow({ due, decidedAt }: Row, now: string): boolean {
  return decidedAt === undefined && due !== undefined && due <= now;
}

/** Whether the referrer is asked again for a file that was sent and is gone. */
export function isFileLost({ why }: Row): boolean {
  return why === EVIDENCE_LOST;
}

/** The count of one queue; undefined where it could not be read. */
export function countIn({ queues }: Pick<Rollup, 'queues'>, queue: RollupQueue): QueueCount | undefined {
  return queues.find((one) => one.queue === queue);
}
