import type { Item, Table } from '#adapters/records/table.ts';
import { asLater, LATER_VERSION, lostFrom } from './later-item.ts';

/** Kinds that are written anew each time, without what stood there before. */
const anew = /^(LEASE|PAUSE#.*|CLAIM|REFUSED|ROLLUP)$/;

/**
 * A table as it is while functions are swapped: before anything is read here, functions of a later release have written it.
 * `lost` says where this release has written such an item back without what it does not know.
 */
export function laterTable(table: Table): Table & { readonly lost: readonly string[] } {
  const lost: string[] = [];
  const written = async (item: Item) => {
    const later = asLater(item);
    await table.put(later);
    return later;
  };
  const compare = (before: Item | undefined, item: Item) => {
    if (before?.v !== LATER_VERSION || anew.test(item.sk)) return;
    const kind = item.sk.split('#')[0];
    lost.push(...lostFrom(before, item).map((path) => `${kind}${path}`));
    if (item.v !== LATER_VERSION) lost.push(`${kind}.v`);
  };
  return {
    ...table,
    lost,
    get: async (pk, sk) => {
      const item = await table.get(pk, sk);
      return item && written(item);
    },
    under: async (pk, prefix) => Promise.all((await table.under(pk, prefix)).map((item) => written(item))),
    underReversed: async (...asked) => Promise.all((await table.underReversed(...asked)).map((item) => written(item))),
    put: async (item, condition) => {
      const before = await table.get(item.pk, item.sk);
      const isWritten = await table.put(item, condition);
      if (isWritten) compare(before, item);
      return isWritten;
    },
  };
}
