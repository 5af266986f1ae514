import { randomBytes } from 'node:crypto';
import { type Stores, storesOver } from '../records/stores.ts';
import { memoryTable } from './table.ts';

export interface MemoryStores extends Stores {
  /** Brings the indexes up to date; needed only with `lagging`. */
  catchUp(): void;
}

/** The stores on nothing but memory. With `lagging` an index entry appears, changes or goes only after `catchUp()`. */
export function createMemoryStores(options: { lagging?: boolean } = {}): MemoryStores {
  const table = memoryTable(options.lagging ?? false);
  return { ...storesOver(table, randomBytes), catchUp: table.catchUp };
}
