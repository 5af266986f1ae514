import type { Level } from 'dynalite/db/index.js';
import type { Commit } from './commit.ts';

/** How far both stores of a folder had come together, as the other one knows it. */
export interface Checkpoints {
  readonly known: number;
  /** Stores that number on disk, in the other store. */
  reached(count: number): void;
}

/** Outside the names that dynalite uses. */
const KEY = 'small-steps-checkpoint';

/**
 * Counts one more start or stop in both stores, the records first. Throws where the records are behind the other store, as
 * when an older copy was put back or the end of their log was lost, and where the other store is behind the records.
 */
export async function takeCheckpoint(db: Level, commit: Commit, checkpoints: Checkpoints): Promise<void> {
  const here = await countIn(db);
  if (here < checkpoints.known) throw new Error('it is older than small-steps.sqlite beside it');
  if (here > checkpoints.known + 1) throw new Error('small-steps.sqlite beside it is older');
  // A kill between the two writes of the last count.
  if (here > checkpoints.known) checkpoints.reached(here);
  await new Promise<void>((resolve, reject) => {
    commit([{ type: 'put', key: KEY, value: here + 1 }], (error) => (error ? reject(error) : resolve()));
  });
  checkpoints.reached(here + 1);
}

/** 0 for the records of an earlier version, which counted nothing. */
async function countIn(db: Level): Promise<number> {
  for await (const value of db.values({ gte: KEY, lte: KEY })) if (typeof value === 'number') return value;
  return 0;
}
