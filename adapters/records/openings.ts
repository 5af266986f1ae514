import { openingSchema } from '#domain/people/opening.ts';
import type { OpeningStore } from '#domain/ports/opening-store.ts';
import { OPENING_PREFIX, openingKey } from './keys.ts';
import { openingEntries } from './log-entries.ts';
import { parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

export function openingStore(table: Table): OpeningStore {
  return {
    openingsOf: async (reference) => {
      const items = await table.under(openingKey(reference, '').pk, OPENING_PREFIX);
      return items.map((item) => parseItem(openingSchema, item));
    },
    saveOpening: (opening) => {
      const { reference, id, version } = opening;
      const condition = version === 1 ? { absent: ['pk'] } : { equals: { version: version - 1 } };
      return table.put({ ...openingKey(reference, id), ...opening, ...openingEntries(opening) }, condition);
    },
  };
}
