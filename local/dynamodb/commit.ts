import type { BatchOperation, Callback, Level } from 'dynalite/db/index.js';

type Waiting = { operations: BatchOperation[]; callback: Callback };
export type Commit = (operations: BatchOperation[], callback: Callback) => void;
/** Hears of operations once they are on disk, in their order. */
export type Committed = (operations: readonly BatchOperation[]) => void;

/**
 * Calls back only when all the operations are on disk, in one LevelDB batch: after a kill either all of them are there
 * or none. Whatever arrives while the disk is busy shares the next batch, so one sync serves many writers.
 */
export function createCommit(db: Level, followers: ReadonlySet<Committed> = new Set()): Commit {
  // dynalite covers db.batch with a version that takes no options; the class underneath still has the real one.
  const real: Level = Object.getPrototypeOf(db);
  let waiting: Waiting[] = [];
  let writing = false;

  async function drain(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const operations = group.flatMap((each) => each.operations);
      const failure = await real.batch.call(db, operations, { sync: true }).then(() => null, asError);
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

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
