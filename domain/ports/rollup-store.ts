import type { Rollup } from '../process/rollup.ts';

/** Where the numbers of the service are kept: one item, written anew by the one sweep that holds the lease. */
export interface RollupStore {
  /** The last one, read consistently; undefined until the first sweep. */
  readRollup(): Promise<Rollup | undefined>;
  saveRollup(rollup: Rollup): Promise<void>;
}
