import type { Item, Table } from './table.ts';
import type { ItemKey, WholeTable } from './whole-table.ts';

interface Asked extends ItemKey {
  resolve(item: Item | undefined): void;
  reject(error: unknown): void;
}

/**
 * The same table, where the items that are asked for by key in one turn of the event loop are read in one call. Nothing is kept
 * between two turns: each read is as consistent as one by itself, and no older. Where the call fails, each read of it fails.
 */
export function withReadsTogether(table: Table, { getAll }: Pick<WholeTable, 'getAll'>): Table {
  let waiting: Asked[] = [];
  const read = async () => {
    const asked = waiting;
    waiting = [];
    const [only, ...others] = asked;
    if (!only) return;
    try {
      const keys = new Map(asked.map(({ pk, sk }) => [keyOf({ pk, sk }), { pk, sk }]));
      const items = others.length === 0 ? [await table.get(only.pk, only.sk)] : await getAll([...keys.values()]);
      const found = new Map(items.flatMap((item) => (item ? [[keyOf(item), item] as const] : [])));
      for (const one of asked) one.resolve(found.get(keyOf(one)));
    } catch (error) {
      for (const one of asked) one.reject(error);
    }
  };
  return {
    ...table,
    get: (pk, sk) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(read);
        waiting.push({ pk, sk, resolve, reject });
      }),
  };
}

function keyOf({ pk, sk }: ItemKey): string {
  return JSON.stringify([pk, sk]);
}
