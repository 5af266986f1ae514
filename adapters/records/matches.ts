import * as z from 'zod';
import type { MatchStore } from '#domain/ports/stores.ts';
import { stored } from '#domain/values/stored.ts';
import { MATCH_PREFIX, matchKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

const matchSchema = stored({ reference: z.string() });

export function matchStore(table: Table): MatchStore {
  return {
    noteMatch: async (hash, reference) => {
      await table.put({ ...matchKey(hash, reference), reference }, { absent: ['pk'] });
    },
    matchesOf: async (hash) => {
      const items = await table.under(matchKey(hash, '').pk, MATCH_PREFIX);
      return items.map((item) => parseItem(matchSchema, item).reference);
    },
  };
}
