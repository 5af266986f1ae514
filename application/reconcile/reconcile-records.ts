import type { FoundRecords, ReconciliationStore, StoredItems, WrongItem } from '#domain/ports/reconciler-stores.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { NoticeStore } from '#domain/ports/stores.ts';
import { errorName, Transient } from '#domain/problems/errors.ts';
import { afterRun, type Finding, type Place } from '#domain/process/reconciliation.ts';
import { type CompareFilesDeps, compareFiles } from './compare-files.ts';
import { type CompareHalvesDeps, compareHalves } from './compare-halves.ts';
import { compareNotice } from './compare-notice.ts';
import { type CompareRunDeps, compareRun, needsLook } from './compare-run.ts';

export interface ReconcileDeps
  extends CompareRunDeps,
    Pick<CompareHalvesDeps, 'referrals'>,
    Pick<CompareFilesDeps, 'fileVersions'> {
  readonly stored: StoredItems;
  readonly reconciliations: ReconciliationStore;
  readonly notices: Pick<NoticeStore, 'saveNotice'>;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: Now;
  readonly log: Log;
}

type Found = Omit<Finding, 'at'>;

/** As many items are read at once, and as many writes does one run make at most. What is left is the next run's. */
export const SLICE = 200;
export const MOST_WRITES = 2_000;
/** As often is Step Functions asked how an execution stands, a run at most: it answers everyone about ten times a second. */
export const MOST_LOOKS = 1_000;
/** So many at once, then one after such a pause, in milliseconds: the sweeper and the steps have the greater part. */
const AT_ONCE = 50;
const PAUSE = 150;

/** What one run has done so far. */
interface Progress {
  looked: number;
  looks: number;
  readonly repaired: Found[];
  readonly found: Found[];
}

/**
 * Compares what is stored with what it should be, from where the last run stopped to the end of the table or until its time is
 * up. What has one right state is put right by one conditional write. Anything else is named: in the log, and for the console.
 * Run again it finds nothing more to do. It may run beside itself.
 */
export function reconcileRecords(deps: ReconcileDeps) {
  return async (until: AbortSignal): Promise<{ looked: number; repaired: number; found: number }> => {
    const before = await deps.reconciliations.readReconciliation();
    const progress: Progress = { looked: 0, looks: 0, repaired: [], found: [] };
    const next = await lookThrough(deps, before?.from, progress, until);
    const { looked, repaired, found } = progress;
    await deps.reconciliations.saveReconciliation(afterRun(before, { repaired, found, next }, deps.now()));
    const figures = { looked, repaired: repaired.length, found: found.length };
    deps.log.info(next ? 'records-partly-compared' : 'records-compared', figures);
    return figures;
  };
}

/** Where it stopped; undefined at the end of the table. */
async function lookThrough(
  deps: ReconcileDeps,
  from: Place | undefined,
  progress: Progress,
  until: AbortSignal,
): Promise<Place | undefined> {
  const compare = comparisons(deps, progress);
  let next = from;
  do {
    const slice = await deps.stored.slice(next, SLICE);
    for (const wrong of slice.wrong) await putRight(deps, wrong, progress);
    for await (const wrong of compare(slice.found)) await putRight(deps, wrong, progress);
    progress.looked += slice.looked;
    next = slice.next;
  } while (next && !until.aborted && hasRoom(progress));
  return next;
}

/** Whether another slice fits into what one run may do. */
function hasRoom({ repaired, looks }: Progress): boolean {
  return repaired.length + SLICE <= MOST_WRITES && looks + SLICE <= MOST_LOOKS;
}

/** What is wrong between the records of a slice, one after the other. */
function comparisons(deps: ReconcileDeps, progress: Progress) {
  const [ofRun, ofHalves, ofNotice] = [compareRun(deps), compareHalves(deps), compareNotice(deps)];
  const ofFiles = compareFiles(deps);
  return async function* (found: FoundRecords): AsyncGenerator<WrongItem> {
    yield* await ofHalves(found);
    yield* found.notices.flatMap((notice) => ofNotice(notice) ?? []);
    for (const check of found.checks) {
      const wrong = await ofFiles(check);
      if (wrong) yield wrong;
    }
    for (const run of [...found.cases.filter(({ erasing }) => !erasing), ...found.supports]) {
      if (!needsLook(run, deps.now())) continue;
      if (progress.looks >= AT_ONCE) await deps.wait(PAUSE);
      progress.looks += 1;
      const wrong = await ofRun(run);
      if (wrong) yield wrong;
    }
  };
}

async function putRight(deps: ReconcileDeps, wrong: WrongItem, progress: Progress): Promise<void> {
  const { reference, item, fault } = wrong;
  const named = { reference, item, fault };
  if (!wrong.putRight) {
    deps.log.error('record-differs', named);
    progress.found.push(named);
    return;
  }
  try {
    // One that has changed meanwhile was written with the right keys.
    if (!(await wrong.putRight())) return;
    deps.log.info('record-put-right', named);
    progress.repaired.push(named);
  } catch (error) {
    if (error instanceof Transient) throw error;
    deps.log.error('record-differs', { ...named, error: errorName(error) });
    progress.found.push(named);
  }
}
