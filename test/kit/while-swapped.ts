import { memoryTable } from '#adapters/memory/table.ts';
import { type Stores, storesOver } from '#adapters/records/stores.ts';
import type { Table } from '#adapters/records/table.ts';
import { testRandom } from '#test/http/doubles.ts';
import { laterTable } from './later-table.ts';

/** Stores in memory as they are while functions are swapped, what this release lost in them, and the table below. */
export function whileSwapped(): { readonly stores: Stores; readonly lost: readonly string[]; readonly table: Table } {
  const table = memoryTable(false);
  const later = laterTable(table);
  return { stores: storesOver(later, testRandom()), lost: later.lost, table };
}
