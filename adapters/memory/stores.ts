import { randomBytes } from 'node:crypto';
import type { RecordsToErase } from '#domain/ports/erasure.ts';
import type { Everyone } from '#domain/ports/everyone.ts';
import { everyoneIn } from '../records/everyone.ts';
import { type Stores, storesOver } from '../records/stores.ts';
import { recordsToErase } from '../records/to-erase.ts';
import { memoryTable } from './table.ts';

/** The stores, and the reads of nightly work. */
export type StoresOfEveryone = Stores & { readonly everyone: Everyone };

export interface MemoryStores extends StoresOfEveryone {
  readonly records: RecordsToErase;
  /** Brings the indexes up to date; needed only with `lagging`. */
  catchUp(): void;
}

/** The stores on nothing but memory. With `lagging` an index entry appears, changes or goes only after `catchUp()`. */
export function createMemoryStores(options: { lagging?: boolean } = {}): MemoryStores {
  const table = memoryTable(options.lagging ?? false);
  return {
    ...storesOver(table, randomBytes),
    everyone: everyoneIn(table),
    records: recordsToErase(table),
    catchUp: table.catchUp,
  };
}
