import { type Item, itemSize } from './item-size.ts';

/** An index and the attributes that it holds of an item, its own keys first. */
export type Index = { name: string; keys: readonly string[]; attributes: readonly string[] };

const WRITE_BYTES = 1024;
const READ_BYTES = 4096;

/** Read units for this many bytes read in one request: whole 4 KB, half as much where it need not be consistent. */
export function readUnits(bytes: number, isConsistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / READ_BYTES)) * (isConsistent ? 1 : 0.5);
}

/** Write units of one item of this many bytes: whole KB, one at least. */
function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / WRITE_BYTES));
}

/**
 * Write units of a put that replaces `before` by `after`. The table counts the larger of the two. Each index counts
 * nothing for an unchanged entry, one write where it appears, goes or changes, and two where its key changes. A refused
 * put (`after` as `before`) costs as much as the item that is there.
 */
export function putUnits(before: Item | undefined, after: Item, indexes: readonly Index[]): number {
  const table = writeUnits(Math.max(before === undefined ? 0 : itemSize(before), itemSize(after)));
  return indexes.reduce((sum, index) => sum + indexUnits(index, before, after), table);
}

function indexUnits(index: Index, before: Item | undefined, after: Item): number {
  const [old, fresh] = [entryOf(index, before), entryOf(index, after)];
  const written = Math.max(...[old, fresh].map((entry) => (entry === undefined ? 0 : writeUnits(itemSize(entry)))));
  if (old === undefined || fresh === undefined) return written;
  if (same(old, fresh)) return 0;
  const isMoved = index.keys.some((key) => !same(old[key], fresh[key]));
  return isMoved ? writeUnits(itemSize(old)) + writeUnits(itemSize(fresh)) : written;
}

function entryOf({ keys, attributes }: Index, item: Item | undefined): Item | undefined {
  if (item === undefined || keys.some((key) => item[key] === undefined)) return undefined;
  return Object.fromEntries(attributes.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
