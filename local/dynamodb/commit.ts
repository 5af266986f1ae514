import type { BatchOperation, Callback, Level } from 'dynalite/db/index.js';

type Waiting = { operations: BatchOperation[]; callback: Callback };
export type Commit = (operations: BatchOperation[], callback: Callback) => void;
/** `held`: writes are with the system and not forced to the disk: a kill of this process loses none of them. `owed`: some are. */
export type Syncs = { held: boolean; owed: boolean };
/** Hears of operations once they are on disk, in their order. */
export type Committed = (operations: readonly BatchOperation[]) => void;

/** Of a store of which every write is forced to the disk. */
export const eachByItself = (): Syncs => ({ held: false, owed: false });

/** Outside the names that dynalite uses. */
const SYNC_KEY = 'small-steps-sync';

/**
 * Calls back only when all the operations are on disk, or with the system while syncs are held, in one LevelDB batch: after a
 * kill either all of them are there or none. Whatever arrives while the disk is busy shares the next batch, so one sync serves
 * many writers.
 */
export function createCommit(
  db: Level,
  followers: ReadonlySet<Committed> = new Set(),
  syncs: Syncs = eachByItself(),
): Commit {
  let waiting: Waiting[] = [];
  let writing = false;

  async function drain(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const operations = group.flatMap((each) => each.operations);
      if (syncs.held) syncs.owed = true;
      const failure = await writeBatch(db, operations, !syncs.held).then(() => null, asError);
      if (failure === null) for (const follow of followers) follow(operations);
      for (const each of group) setImmediate(each.callback, failure);
    }
    writing = false;
  }

  return (operations, callback) => {
    waiting.push({ operations, callback });
    if (!writing) void drain();
  };
}

/** Forces to the disk what was written while syncs were held. */
export async function flush(db: Level, syncs: Syncs): Promise<void> {
  if (!syncs.owed) return;
  syncs.owed = false;
  await writeBatch(db, [{ type: 'put', key: SYNC_KEY, value: 1 }], true);
}

/** dynalite covers db.batch with a version that takes no options; the class underneath still has the real one. */
function writeBatch(db: Level, operations: BatchOperation[], sync: boolean) {
  const real: Level = Object.getPrototypeOf(db);
  return real.batch.call(db, operations, { sync });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
