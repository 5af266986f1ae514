import type { PauseStore } from '#domain/ports/pause-store.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { errorName, Transient } from '#domain/problems/errors.ts';
import type { DueKind } from '#domain/process/indexes.ts';
import { pausedAgain, pauseOf, WAITS } from '#domain/process/pause.ts';
import type { DueRow } from '#domain/process/rows.ts';
import { inLanes } from './in-lanes.ts';

/** Does what is due for one row; WAITS when nothing can be done of it yet. Throws when it failed. */
export type HandleDue = (row: DueRow) => Promise<typeof WAITS | undefined>;

export interface SweepKindDeps {
  readonly indexes: Indexes;
  readonly pauses: PauseStore;
  readonly log: Log;
  readonly now: Now;
}

/** What became of one kind: looked at, failed, and put off after earlier failures. `isCutOff`: time or room ran out. */
export interface KindFigures {
  readonly kind: DueKind;
  readonly looked: number;
  readonly failed: number;
  readonly putOff: number;
  readonly isCutOff: boolean;
}

const AT_ONCE = 10;
/** Far more than ever fail: what is put off beyond them would stand before the others again. */
const MOST_PAUSES = 10_000;

/**
 * Looks at what of one kind is due, at most `limit` of it: first what has not failed before, the longest due first. What
 * fails is put off, so that it never keeps anything else waiting, and shown as long as it is.
 */
export async function sweepKind(
  deps: SweepKindDeps,
  { kind, limit, handle }: { kind: DueKind; limit: number; handle: HandleDue },
  until: AbortSignal,
): Promise<KindFigures> {
  const now = deps.now();
  const [paused, first] = await Promise.all([
    deps.indexes.paused(kind, MOST_PAUSES),
    deps.indexes.due(kind, now, limit),
  ]);
  const pauses = new Map(paused.map((pause) => [nameOf(pause), pause]));
  // What is put off stands first, being due longest: asked beyond it, so that it hides nothing.
  const found = pauses.size === 0 ? first : await deps.indexes.due(kind, now, limit + pauses.size);
  const before = (row: DueRow) => pauses.get(nameOf(row));
  const putOffBy = (row: DueRow) => pauseOf(before(row), row.dueAt);
  const isPaused = (row: DueRow) => (putOffBy(row)?.dueAt ?? '') > now;
  const due = found.filter((row) => !isPaused(row));
  const again = due.filter((row) => putOffBy(row) !== undefined);
  const taken = [...due.filter((row) => putOffBy(row) === undefined), ...again].slice(0, limit);
  const looked = await inLanes(taken, AT_ONCE, until, async (row) => {
    const result = await handleRow(deps, handle, row);
    if (!until.aborted) await settle(deps, kind, row, before(row), result);
    return result;
  });
  const begun = looked.filter((one) => one.begun);
  const leftBehind = begun.filter(({ result }) => result === undefined);
  await Promise.all(leftBehind.map(({ item }) => settle(deps, kind, item, before(item), CUT_OFF)));
  if (found.length < limit + pauses.size) await endIdle(deps, kind, [...pauses.values()], found);
  const failed = leftBehind.length + begun.filter(({ result }) => result?.failed).length;
  const putOff = found.filter((row) => isPaused(row) && before(row)?.why !== WAITS).length;
  return { kind, looked: begun.length, failed, putOff, isCutOff: begun.length < due.length };
}

/** The result of one row: why it is put off, if it is, and whether that may pass by itself. */
type Handled = { readonly why?: string; readonly failed?: true; readonly mayPass: boolean };

const CUT_OFF: Handled = { why: 'CUT_OFF', failed: true, mayPass: true };

async function handleRow({ log }: SweepKindDeps, handle: HandleDue, row: DueRow): Promise<Handled> {
  try {
    const waits = await handle(row);
    return waits ? { why: waits, mayPass: true } : { mayPass: true };
  } catch (error) {
    const why = errorName(error);
    log.error('sweep-failed', { reference: nameOf(row), error: why });
    return { why, failed: true, mayPass: error instanceof Transient };
  }
}

/** Puts off what was looked at in vain, and ends the pause of what was not. */
async function settle(
  { pauses, log, now }: SweepKindDeps,
  kind: DueKind,
  row: DueRow,
  before: DueRow | undefined,
  { why, mayPass }: Handled,
): Promise<void> {
  try {
    const { dueAt } = row;
    if (why === undefined) {
      if (before) await pauses.end(kind, row, now());
      return;
    }
    await pauses.pause(kind, row, pausedAgain(pauseOf(before, dueAt), { kind, dueAt, why, mayPass }, now()));
  } catch (error) {
    log.error('pause-not-kept', { reference: nameOf(row), error: errorName(error) });
  }
}

/** Ends the pauses of what is due no longer: someone else has settled it. */
async function endIdle(deps: SweepKindDeps, kind: DueKind, pauses: readonly DueRow[], found: readonly DueRow[]) {
  const due = new Set(found.map((row) => nameOf(row)));
  for (const pause of pauses) {
    if (!due.has(nameOf(pause))) await settle(deps, kind, pause, pause, { mayPass: true });
  }
}

/** Ids only: what a line of the log may hold. */
function nameOf(row: DueRow): string {
  if ('draftId' in row) return row.draftId;
  if ('slotId' in row) return row.slotId;
  if ('todoId' in row) return row.todoId;
  if ('machine' in row) return `${row.reference} ${row.machine}`;
  return 'noticeId' in row ? `${row.reference} ${row.noticeId}` : row.reference;
}
