import { indexPrefix, rangeOf } from './keys.ts';
import type { OpenStore } from './open-store.ts';

/**
 * Every entry of a global index as it is on disk, kept in memory: read once, then followed with each write once that is
 * committed. `keep` says what is kept of an entry.
 */
export async function keepIndex<Kept>(
  { store, followers }: OpenStore,
  tableName: string,
  indexName: string,
  keep: (entry: unknown) => Kept,
): Promise<() => Iterable<Kept>> {
  const prefix = indexPrefix('Global', tableName, indexName);
  const kept = new Map<string, Kept>();
  for await (const [key, entry] of store.db.iterator(rangeOf(prefix))) kept.set(key, keep(entry));
  followers.add((operations) => {
    for (const operation of operations) {
      if (!operation.key.startsWith(prefix)) continue;
      if (operation.type === 'put') kept.set(operation.key, keep(operation.value));
      else kept.delete(operation.key);
    }
  });
  return () => kept.values();
}
