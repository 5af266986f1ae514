import type { AttributeMap, Level, Range } from 'dynalite/db/index.js';
import type { Committed } from './commit.ts';

/** So many values are kept as they were read; any other is read from disk each time. */
const MOST_KEPT = 20_000;

/**
 * The items and index entries of a store, at hand: all their keys, in order, and the values that were read before. Both follow
 * each write once it is on disk, so a read finds what was acknowledged. No one may change a value that is handed out.
 */
export type Records = {
  get(key: string): AttributeMap | undefined;
  /** The keys of a part. One may stand here for a moment whose value is gone from disk. */
  keysIn(range: Range): readonly string[];
};

/** Reads all of the store once: LevelDB finds a damaged block only when it is read. */
export async function openRecords(db: Level, followers: Set<Committed>): Promise<Records> {
  const keys: string[] = [];
  const values = new Map<string, AttributeMap>();
  for await (const [key] of db.iterator({})) if (isOfRecord(key)) keys.push(key);
  followers.add((operations) => {
    for (const { type, key } of operations) {
      if (!isOfRecord(key)) continue;
      values.delete(key);
      const at = placeOf(keys, key);
      const isThere = keys[at] === key;
      if (type === 'put' && !isThere) keys.splice(at, 0, key);
      if (type === 'del' && isThere) keys.splice(at, 1);
    }
  });
  return {
    get: (key) => {
      const kept = values.get(key);
      if (kept) return kept;
      const value = db.getSync<AttributeMap>(key);
      if (value && values.size < MOST_KEPT) values.set(key, value);
      return value;
    },
    keysIn: ({ gt, gte = '', lt = '', lte, limit = -1, reverse = false }) => {
      const from = gt === undefined ? placeOf(keys, gte) : placeAfter(keys, gt);
      const to = lte === undefined ? placeOf(keys, lt) : placeAfter(keys, lte);
      const most = limit < 0 ? keys.length : limit;
      return reverse
        ? keys.slice(Math.max(from, to - most), to).reverse()
        : keys.slice(from, Math.min(to, from + most));
    },
  };
}

/** dynalite writes descriptions of tables itself, past the commits that are followed here. */
function isOfRecord(key: string): boolean {
  return key.startsWith('item-') || key.startsWith('index-');
}

/** Where this key stands, or would stand. Keys are hashes and names in ASCII, so texts compare as LevelDB's bytes do. */
function placeOf(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeAfter(keys: readonly string[], key: string): number {
  const at = placeOf(keys, key);
  return keys[at] === key ? at + 1 : at;
}
