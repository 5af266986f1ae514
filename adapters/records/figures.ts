import { marksSchema, sumsSchema } from '#domain/figures/counts.ts';
import { presentSchema } from '#domain/figures/present.ts';
import type { FigureStore } from '#domain/ports/figure-store.ts';
import { marksKey, PRESENT_KEY, sumsKey } from './keys.ts';
import { parseIfThere, parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

/** A page asks for a year of weeks at most. */
const MOST = 54;

export function figureStore(table: Table): FigureStore {
  return {
    readMarks: async () => {
      const { pk, sk } = marksKey('');
      const items = await table.under(pk, sk);
      return items.map((item) => parseItem(marksSchema, item));
    },
    saveMarks: (marks) => {
      const { period, version } = marks;
      const condition = version === 1 ? { absent: ['pk'] } : { equals: { version: version - 1 } };
      return table.put({ ...marksKey(period), ...marks }, condition);
    },
    saveSums: async (sums) => {
      await table.put({ ...sumsKey(sums.period), ...sums });
    },
    sumsBetween: async (from, to) => {
      const { pk, sk: ofKind } = sumsKey(from.slice(0, 1));
      const items = await table.underReversed(pk, ofKind, MOST, `${sumsKey(to).sk}~`);
      const all = items.map((item) => parseItem(sumsSchema, item));
      return all.filter(({ period }) => period >= from).reverse();
    },
    readPresent: async () => parseIfThere(presentSchema, await table.get(PRESENT_KEY.pk, PRESENT_KEY.sk)),
    savePresent: async (present) => {
      await table.put({ ...PRESENT_KEY, ...present });
    },
  };
}
